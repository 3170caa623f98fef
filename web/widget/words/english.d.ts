// locales/en/widget.yaml, put into the scripts by vite.config.ts: the words until those of the tenant's language are there.
declare module 'doorstep:english' {
  export const english: Readonly<Record<string, string>>;
}
declare module 'doorstep:page-english' {
  export const english: Readonly<Record<string, string>>;
}
declare module 'doorstep:more-english' {
  export const moreEnglish: Readonly<Record<string, string>>;
}
