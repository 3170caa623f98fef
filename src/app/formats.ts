// Formats that the service makes by itself: who makes what, and what the outbox does with an order.

import { join } from 'node:path';
import type { FileStore } from '../channels/web-chat/files/file-store.ts';
import { readOn } from '../desk/conversation-view.ts';
import { createAudioMaker } from '../formats/audio/audio-maker.ts';
import type { Voice } from '../formats/audio/voice.ts';
import { openBraille } from '../formats/braille/braille-maker.ts';
import { shortenTexts } from '../formats/long-texts.ts';
import type { FormatMaker } from '../formats/maker.ts';
import { createMaking } from '../formats/making.ts';
import { createPlainText } from '../formats/plain-text.ts';
import type { Say } from '../formats/print/draft.ts';
import { createPrintedFormats } from '../formats/printed.ts';
import { createFormatLinks } from '../store/formats.ts';
import type { FormatsHere } from '../turn/world.ts';
import { type Foundation, root } from './foundation.ts';
import type { Path } from './path.ts';

export interface Makers extends FormatsHere {
  readonly all: readonly FormatMaker[];
  /** A message read out, for a device without a voice for its language. */
  readonly speak: (text: string, language: string) => Promise<Uint8Array>;
  /** Ends what was started to make them. */
  close(): void;
}

/** Looks which of them this machine can make, and starts none before it is wanted. */
export async function openMakers({ config, content, log }: Foundation): Promise<Makers> {
  const { phrases, landlord, easyRead } = content;
  const say: Say = (key, language, values) => phrases.say(key, language, 'web', values);
  const printed = createPrintedFormats({
    say,
    letters: easyRead,
    landlord,
    languages: phrases.languages.map(({ tag }) => tag),
    fontsFolder: landlord.print.fonts && join(root, 'landlords', config.landlord, landlord.print.fonts),
  });
  const audio = createAudioMaker({ log, say, elsewhere: await voiceOf(config) });
  const all: readonly FormatMaker[] = [...printed.makers, audio, await openBraille({ say }), createPlainText({ say })];
  return {
    all,
    speak: audio.speak,
    canMake: (format, language) => all.some((each) => each.format === format && each.canMake(language)),
    close: () => {
      printed.close();
      audio.close();
    },
  };
}

/** None unless it was switched on. */
async function voiceOf({ speech }: Foundation['config']): Promise<Voice | undefined> {
  if (speech.kind !== 'google') return undefined;
  const { createGoogleVoice } = await import('../formats/audio/google.ts');
  return createGoogleVoice(speech.google);
}

export function buildFormats(foundation: Foundation, { inbox }: Path, about: { makers: Makers; files: FileStore }) {
  const { store, content, messages, housing, publicUrl, secrets, clock, log } = foundation;
  const links = createFormatLinks(store.db);
  const page = { links, world: content, publicUrl: publicUrl.replace(/\/$/, ''), secret: secrets.signing };
  const make = createMaking({
    ...page,
    makers: about.makers.all,
    files: about.files,
    read: (conversation) => readOn(messages.read, conversation, 0),
    caseOf: housing.reads.case,
    act: inbox.act,
    clock,
    logger: log,
  });
  return { links, shortened: shortenTexts(page), deliver: { 'format.make': make } };
}
