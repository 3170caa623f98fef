// Who may import whom. Run by test/architecture.test.ts, which also asserts how many modules were seen.

const outer = ['bot-framework', 'sms', 'web-chat'].map((each) => `channels/${each}`);
const folders = [
  'content',
  'desk',
  'directory',
  'formats',
  'housing',
  'inbox',
  'insight',
  'llm',
  'memory',
  'outbox',
  'privacy',
  'promises',
  'redis',
  'store',
  'translation',
  ...outer,
];
const steps = ['actions', 'dialog', 'handover', 'language', 'reply', 'understanding'];

/** Outer folders are strangers to each other: app.ts hands one to the other. */
const strangers = folders.map((folder) => ({
  name: `stranger-${folder.replace('/', '-')}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: '^src/',
    pathNot: `^src/(${folder}/|model/|turn/|channels/channel\\.ts|[a-z/-]+/ports\\.ts|http/|log\\.ts)`,
  },
}));

const vendor = (name, only) => ({
  name: `${name.replace(/\W+/g, '-')}-in-one-folder`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${only})` },
  to: { path: `node_modules/${name}/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'model-stands-alone',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    {
      name: 'turn-knows-the-model-only',
      severity: 'error',
      from: { path: '^src/turn/' },
      to: { path: '^src/', pathNot: '^src/(model|turn)/' },
    },
    {
      name: 'turn-is-pure',
      severity: 'error',
      from: { path: '^src/(turn|model)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'turn-knows-no-vendor-but-zod',
      severity: 'error',
      from: { path: '^src/(turn|model)/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|libphonenumber-js)/' },
    },
    {
      name: 'phone-numbers-in-one-file',
      comment:
        'libphonenumber-js is pure: tables of number ranges and functions over them, no I/O and no clock. What is a number is a rule of the domain, so the model may ask it, in one file, and is as pure as before.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/model/said/phone\\.ts' },
      to: { path: 'node_modules/libphonenumber-js/' },
    },
    ...steps.map((step) => ({
      name: `step-${step}-is-a-stranger`,
      comment: 'Steps meet in take-turn.ts, take-act.ts and decide; what two of them share is in model/ or is a port.',
      severity: 'error',
      from: { path: `^src/turn/${step}/` },
      to: {
        path: '^src/turn/[a-z-]+/',
        pathNot: `^src/turn/(${step}/|[a-z-]+/ports\\.ts|dialog/flow\\.ts|actions/housing\\.ts|actions/action\\.ts)`,
      },
    })),
    ...strangers,
    {
      name: 'only-main-knows-app',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main\\.ts' },
      to: { path: '^src/app\\.ts' },
    },
    {
      name: 'settings-come-in-at-the-top',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|app)' },
      to: { path: '^src/config\\.ts' },
    },
    vendor('botbuilder[a-z-]*', 'channels/bot-framework/'),
    vendor('twilio', 'channels/sms/'),
    vendor('redis', 'redis/'),
    vendor('(@google-cloud|google-auth-library)', '(translation|formats/audio)/'),
    vendor('(@echogarden|wasm-media-encoders)', 'formats/audio/recording\\.ts'),
    vendor('(pg|kysely|@electric-sql)', '(store|housing)/'),
    vendor('@myriaddreamin', 'formats/print/'),
    vendor('fontkitten', 'formats/print/'),
    vendor('(@expo-google-fonts|@iconify-json)', 'formats/'),
    vendor('express', '(http|channels|desk|housing)/|app'),
    vendor('openid-client', 'desk/sign-in/'),
    vendor('yaml', '(content|housing)/'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
