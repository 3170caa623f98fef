// Runs on any Node, before anything that needs a current one: says plainly what is missing.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Doorstep needs Node 22.18 or newer; this is ${process.version}.\n` +
      'npm ci brings Node 24 along as the package "node". It is missing: was npm run with --omit=optional or --ignore-scripts?',
  );
  process.exit(1);
}
