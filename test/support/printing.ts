// The formats that are printed, with the words of the catalogues, and a letter of every kind of part.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Content } from '../../src/content/load-content.ts';
import { readContent } from '../../src/content/load-content.ts';
import type { FormatMaker, Wish } from '../../src/formats/maker.ts';
import { createPrintedFormats, type PrintedFormats } from '../../src/formats/printed.ts';
import type { FormatName, WrittenDocument } from '../../src/model/document.ts';
import type { Values } from '../../src/turn/reply/ports.ts';
import { commonValues } from '../../src/turn/reply/values.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const languages = ['en', 'cy', 'pl', 'ro', 'pt', 'uk', 'ur', 'pa', 'bn', 'ar', 'so'] as const;

let read: Content | undefined;

export function contentOfDemo(): Content {
  read ??= readContent(root, 'demo').content;
  if (read === undefined) throw new Error('The content of the demonstration cannot be read.');
  return read;
}

export function say(key: string, language: string, values: Values = {}): string {
  const content = contentOfDemo();
  const common = commonValues(content, language, new Date('2026-11-27T10:00:00Z'));
  return content.phrases.say(key, language, 'web', { ...common, ...values });
}

export function printed(fontsFolder?: string): PrintedFormats {
  const { easyRead: letters, landlord, phrases } = contentOfDemo();
  return createPrintedFormats({
    say: (key, language, values) => phrases.say(key, language, 'web', values),
    letters,
    landlord,
    languages,
    fontsFolder,
  });
}

export function maker({ makers }: PrintedFormats, format: FormatName): FormatMaker {
  const found = makers.find((each) => each.format === format);
  if (found === undefined) throw new Error(`${format} is not printed.`);
  return found;
}

export async function make(
  formats: PrintedFormats,
  document: WrittenDocument,
  { format = 'large-print', ...wish }: Wish & { readonly format?: FormatName } = {},
): Promise<{ readonly bytes: Uint8Array; readonly stem: string; readonly kind: string }> {
  const [file] = await maker(formats, format).make(document, wish);
  if (file === undefined) throw new Error('Nothing was made.');
  return file;
}

/** In a language, of its own phrases: a paragraph with a reference, a telephone number and a day in it, and one of every other part. */
export function aLetter(language: string, more: Partial<WrittenDocument> = {}): WrittenDocument {
  return {
    title: say('label.complaint.make', language),
    language,
    from: 'Ashby Wharf Homes',
    on: '2026-11-27',
    reference: 'CMP-7K2M9',
    parts: [
      { is: 'paragraph', text: say('easy-read.reference', language, { reference: 'CMP-7K2M9' }) },
      { is: 'heading', text: say('label.repair.report', language) },
      { is: 'paragraph', text: say('easy-read.help', language) },
      {
        is: 'list',
        items: [say('easy-read.complaint.answer', language, { by: '2026-12-10' }), say('easy-read.someone', language)],
      },
      { is: 'facts', rows: [{ name: say('widget.language', language), value: '14 Mill Lane, Leeds' }] },
      { is: 'said', by: 'Anna Kowalska', at: '10:15', text: say('widget.page-intro', language) },
    ],
    ...more,
  };
}

export function fileOf(packagePath: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`../../node_modules/${packagePath}`, import.meta.url)));
}
