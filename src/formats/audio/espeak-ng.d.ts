// What we use of the package, which brings no types.

declare module '@echogarden/espeak-ng-emscripten' {
  interface Voice {
    /** By its name, else by its language. @returns 0 when it was found */
    set_voice(name: string, language?: string): number;
    /** Words a minute. */
    set_rate(wordsPerMinute: number): void;
    /**
     * Reads plain text: neither SSML nor `[[phonemes]]`, which `synthesize` would.
     *
     * @param heard gets samples of 16 bits at 22,050 Hz as they are made; true stops it
     * @returns the sounds, in the International Phonetic Alphabet
     */
    synthesize_and_get_phonemes(text: string, heard: (samples: Int16Array) => boolean): string;
  }
  interface Engine {
    readonly eSpeakNGWorker: new () => Voice;
  }
  const load: () => Promise<Engine>;
  export default load;
}
