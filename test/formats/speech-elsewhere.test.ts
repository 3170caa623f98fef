import { expect } from 'chai';
import { type AudioMaker, createAudioMaker } from '../../src/formats/audio/audio-maker.ts';
import { createGoogleVoice } from '../../src/formats/audio/google.ts';
import type { Voice } from '../../src/formats/audio/voice.ts';
import { createLogger } from '../../src/log.ts';
import { OutsideError } from '../../src/model/outside-error.ts';
import { openSpeechApi, type SpeechApi, speechRefusals } from '../support/speech-api.ts';
import { aLetter, type Heard, hear, say } from '../support/written.ts';

/** Whether most of the sound is the one note that the service hums, and not a voice. */
function isHum({ samples, samplesPerSecond }: Heard): boolean {
  let note = 0;
  let all = 0;
  for (let start = 0; start + 1_000 <= samples.length; start += 1_000) {
    let [sine, cosine] = [0, 0];
    for (let at = 0; at < 1_000; at += 1) {
      const sample = samples[start + at] as number;
      sine += sample * Math.sin((2 * Math.PI * 220 * at) / samplesPerSecond);
      cosine += sample * Math.cos((2 * Math.PI * 220 * at) / samplesPerSecond);
      all += sample ** 2;
    }
    note += (2 * (sine ** 2 + cosine ** 2)) / 1_000;
  }
  return note / all > 0.9;
}

describe('a letter read out by Cloud Text-to-Speech', function () {
  this.timeout(60_000);
  let api: SpeechApi;
  let voice: Voice;
  let maker: AudioMaker;
  const logged: string[] = [];

  before(async () => {
    api = await openSpeechApi();
    voice = createGoogleVoice({ url: api.url });
    maker = createAudioMaker({ elsewhere: voice, say, log: createLogger('info', (line) => logged.push(line)) });
  });
  after(async () => {
    maker.close();
    await api.close();
  });
  afterEach(() => {
    api.does(undefined);
    logged.length = 0;
  });

  const short = (language: string) =>
    aLetter(language, { parts: [{ is: 'paragraph', text: 'Good <b>morning</b> & welcome' }] });
  const heard = async (language: string) => hear((await maker.make(short(language), {}))[0]?.bytes as Uint8Array);
  it('asks for text, not SSML, in the voice of the language, slower than usual', async () => {
    const samples = await voice.speak('Dzień dobry <break/>', 'pl', 5_000);
    expect(samples.length).to.equal(15_000);
    expect(api.asked.at(-1)).to.deep.equal({
      input: { text: 'Dzień dobry <break/>' },
      voice: { languageCode: 'pl-PL' },
      audioConfig: { audioEncoding: 'LINEAR16', sampleRateHertz: 22_050, speakingRate: 0.85 },
    });
  });

  it('is one recording of all that it spoke, with our rests', async () => {
    const before = api.asked.length;
    const recording = await heard('pl');
    expect(api.asked.length - before).to.equal(5);
    expect(recording.seconds).to.be.within(4, 20);
    expect(isHum(recording)).to.equal(true);
    expect(logged).to.deep.equal([]);
  });

  it('is our own where it has no voice: nothing of the letter is sent', async () => {
    const before = api.asked.length;
    expect(isHum(await heard('cy'))).to.equal(false);
    expect(api.asked.length).to.equal(before);
  });

  const codes = {
    quota: ['rate-limited', true],
    away: ['unreachable', true],
    noVoice: ['refused', false],
    noRight: ['refused', false],
    page: ['nonsense', true],
    noWav: ['nonsense', true],
    otherRate: ['nonsense', true],
    empty: ['nonsense', true],
    never: ['timed-out', true],
  } as const;
  for (const [refusal, [code, retryable]] of Object.entries(codes)) {
    it(`is told apart when it fails: ${refusal}`, async () => {
      api.does(speechRefusals[refusal as keyof typeof codes]);
      const error = await voice.speak('Good morning', 'en', 500).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(OutsideError);
      expect(error).to.include({ code, retryable, message: 'The recording was not made' });
    });
  }

  it('is our own when it fails, and the log holds no word of the letter', async () => {
    api.does(speechRefusals.quota);
    expect(isHum(await heard('en'))).to.equal(false);
    expect(logged).to.have.length(1);
    expect(logged.join()).to.include('OutsideError').and.not.include('morning');
  });

  it('is our own when nobody listens at its address', async () => {
    const nobody = createGoogleVoice({ url: 'http://127.0.0.1:9' });
    const error = await nobody.speak('Good morning', 'en', 2_000).catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'unreachable', retryable: true });
  });
});
