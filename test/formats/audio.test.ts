import { expect } from 'chai';
import { type AudioMaker, createAudioMaker } from '../../src/formats/audio/audio-maker.ts';
import { utterancesOf } from '../../src/formats/audio/utterances.ts';
import type { WrittenDocument } from '../../src/model/document.ts';
import { OutsideError } from '../../src/model/outside-error.ts';
import { silentLog } from '../support/silent-log.ts';
import { aLetter, hear, heardAndFelt, longestRest, say, sentences } from '../support/written.ts';

/** Letters a second without the rests, measured over catalogue texts; a third more or less is another voice, or none. */
const speed: Readonly<Record<string, number>> = {
  en: 12.3,
  cy: 11.8,
  pl: 9.3,
  ro: 10.4,
  pt: 11.2,
  uk: 7.4,
  ur: 9.4,
  pa: 10.1,
  bn: 8.8,
  ar: 7.2,
};

describe('a letter read out by our own voices', function () {
  this.timeout(180_000);
  let maker: AudioMaker;
  before(() => {
    maker = createAudioMaker({ log: silentLog, say });
  });
  after(() => maker.close());

  const recordingOf = async (document: WrittenDocument) => {
    const [file] = await maker.make(document, {});
    return file ?? expect.fail('no file');
  };
  const heard = async (document: WrittenDocument) => hear((await recordingOf(document)).bytes);
  const said = (text: string, language = 'en') =>
    heard({ title: 'A', language, from: 'B', on: '2026-11-27', parts: [{ is: 'paragraph', text }] });

  for (const language of heardAndFelt) {
    const title = language === 'pl' ? '[TPC-07] is spoken in Polish' : `is spoken in ${language}`;
    it(`${title}, as long as its words need, and is never silent for a second`, async () => {
      const letter = aLetter(language);
      const { seconds, loudness, samplesPerSecond } = await heard(letter);

      const lines = utterancesOf(letter, say);
      const rests = lines.reduce((sum, { restMs }) => sum + restMs, 0) / 1_000;
      const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
      const usual = speed[language] as number;
      expect(letters / (seconds - rests)).to.be.within(usual * 0.75, usual * 1.33);
      expect(Math.min(...loudness)).to.be.above(0.001);
      expect(loudness.reduce((sum, each) => sum + each, 0) / loudness.length).to.be.within(0.04, 0.2);
      expect(samplesPerSecond).to.equal(22_050);
    });
  }

  it('[GUH-04] is made at once where there is a voice, and by people in Somali', () => {
    expect(heardAndFelt.filter((language) => !maker.canMake(language))).to.deep.equal([]);
    expect(['so', 'xx', ''].some((language) => maker.canMake(language))).to.equal(false);
  });

  it('says in its name what it is and in which language', async () => {
    const { kind, stem } = await recordingOf(aLetter('pl'));
    expect({ kind, stem }).to.deep.equal({ kind: 'mp3', stem: 'audio.pl' });
  });

  it('has each part spoken by the voice of its own language', async () => {
    const [sentence = ''] = sentences('uk', 1);
    const spoken = (language: string) => {
      const parts = [{ is: 'said', by: 'A', at: '1', text: sentence, language }] as const;
      return recordingOf({ title: 'B', language: 'en', from: 'C', on: '2026-11-27', parts });
    };
    const english = await spoken('en');
    const ukrainian = await spoken('uk');
    expect((await hear(ukrainian.bytes)).seconds).to.be.above((await hear(english.bytes)).seconds * 0.3);
    expect(Buffer.compare(ukrainian.bytes, english.bytes)).to.not.equal(0);
  });

  it('is not made when words in it are in a language without a voice', async () => {
    const parts = [{ is: 'said', by: 'A', at: '1', text: 'Waan ka xumahay', language: 'so' }] as const;
    const error = await maker.make({ ...aLetter('en'), parts }, {}).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(OutsideError).with.property('code', 'refused');
  });

  it('takes no tenant’s word for an instruction: neither SSML, nor sounds, nor control characters', async () => {
    const plain = (await said('hello there')).seconds;
    expect(longestRest(await said('hello <break time="9s"/> there'))).to.be.below(1.5);
    // As sounds, these would be one short word; read out they are a row of letters.
    expect((await said('[[h@l@U]] there')).seconds).to.be.above(plain + 0.5);
    expect((await said('hello \u0001900S there')).seconds).to.be.within(plain * 0.7, plain + 4);
    expect((await said('hello <!-- there --> <audio src="x"/>')).seconds).to.be.above(plain);
    expect((await said('&lt;break time="9s"/&gt; hello')).seconds).to.be.above(1);
  });

  it('keeps on speaking after words that have no sound, and makes a recording of none', async () => {
    expect((await said('🙂 … — ')).seconds).to.be.above(0.5);
    expect((await said('')).seconds).to.be.above(0.5);
    expect((await said('مرحبا ਸਤ ਸ੍ਰੀ 漢字 hello', 'en')).seconds).to.be.above(1);
  });

  it('is made of ten thousand letters, whole, within what a file may have', async () => {
    const sentence = 'Your complaint is logged and we will look into it as soon as we can. ';
    const text = sentence.repeat(145);
    const { bytes } = await recordingOf({ ...aLetter('en'), parts: [{ is: 'paragraph', text }] });
    const { seconds, loudness } = await hear(bytes);

    expect(text.length).to.be.above(10_000);
    expect(seconds).to.be.within(600, 1_100);
    expect(bytes.length).to.be.below(5 * 1024 * 1024);
    expect(Math.min(...loudness)).to.be.above(0.001);
  });
});

describe('a recording that cannot be made', function () {
  this.timeout(60_000);
  const failing = async (more: { limitMs?: number; mostBytes?: number }, text: string) => {
    const maker = createAudioMaker({ log: silentLog, say, ...more });
    const make = (words: string) => maker.make({ ...aLetter('en'), parts: [{ is: 'paragraph', text: words }] }, {});
    const error = await make(text).catch((thrown: unknown) => thrown);
    const next = await make('Good morning').catch((thrown: unknown) => thrown);
    maker.close();
    expect(error).to.be.instanceOf(OutsideError);
    const { code, retryable, message } = error as OutsideError;
    expect(message).to.equal('The recording was not made');
    return { code, retryable, next };
  };

  it('is given up when it is late, though the voice blocks while it speaks; the next one is made', async () => {
    const started = Date.now();
    const { code, retryable, next } = await failing({ limitMs: 8_000 }, 'A word or two more. '.repeat(3_000));
    expect({ code, retryable }).to.deep.equal({ code: 'timed-out', retryable: true });
    expect(Date.now() - started).to.be.below(45_000);
    expect(next).to.be.an('array');
  });

  it('is refused, not cut short, when it is longer than a file may be', async () => {
    const { code, retryable } = await failing({ mostBytes: 300_000 }, 'A word or two more. '.repeat(300));
    expect({ code, retryable }).to.deep.equal({ code: 'refused', retryable: false });
  });
});
