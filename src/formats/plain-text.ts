// Plain text, as screen readers and old machines read it: every part on lines of its own, nothing that is only to be seen.

import type { DocumentPart } from '../model/document.ts';
import type { FormatMaker } from './maker.ts';

export function createPlainText(): FormatMaker {
  return {
    format: 'plain-text',
    canMake: () => true,
    make: async (document) => {
      const { title, from, on, reference, parts, language } = document;
      const head = [title, from, on, ...(reference === undefined ? [] : [reference])].join('\r\n');
      const text = `${[head, ...parts.map(written)].join('\r\n\r\n')}\r\n`;
      return [{ bytes: Buffer.from(text, 'utf8'), kind: 'txt', stem: `plain-text.${language}` }];
    },
  };
}

function written(part: DocumentPart): string {
  switch (part.is) {
    case 'heading':
    case 'paragraph':
      return part.text;
    case 'list':
      return part.items.map((item) => `* ${item}`).join('\r\n');
    case 'facts':
      return part.rows.map(({ name, value }) => `${name}: ${value}`).join('\r\n');
    case 'said':
      return `${part.by}, ${part.at}:\r\n${part.text}`;
  }
}
