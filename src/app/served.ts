// Who is served, at the desk: what is on its way to their record, and the directory of support.

import type { PersonOptions } from '../desk/person/routes.ts';
import { createPersonEdits } from '../store/person-edits.ts';
import { serviceWords } from '../turn/actions/directory.ts';
import type { Foundation } from './foundation.ts';

export function serving({ store, secrets, directory, content: { phrases } }: Foundation): PersonOptions {
  const isOurs = (language: string) => phrases.languages.some(({ tag }) => tag === language);
  return {
    edits: createPersonEdits(store.db, secrets.signing),
    support: {
      services: directory.services,
      // A language without a catalogue has no text of ours about a service.
      tell: (service, { language, channel }) =>
        isOurs(language)
          ? phrases.say('support.advice.about', language, channel, serviceWords(service)).trim()
          : undefined,
    },
  };
}
