// Another of our scripts, by its address. A page may ask that such addresses come from a named policy only (Trusted Types); it can be
// made once, so our scripts share it.

interface Policy {
  createScriptURL(url: string): string;
}

const shared = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  doorstepPolicy?: Policy | undefined;
};

export function fetchScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const { trustedTypes } = shared;
    shared.doorstepPolicy ??= trustedTypes?.createPolicy('doorstep', { createScriptURL: (address) => address });
    const script = document.createElement('script');
    script.src = shared.doorstepPolicy?.createScriptURL(url) ?? url;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('A script of the chat did not come'));
    document.head.append(script);
  });
}
