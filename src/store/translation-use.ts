// How many characters went to the translation service in each month, and no more than the landlord pays for.

import type { Run } from './database.ts';

const spent = {
  name: 'translation-spent',
  text: `insert into contact.translation_use as used (month, characters) select $1, $2::bigint where $2::bigint <= $3::bigint
    on conflict (month) do update set characters = used.characters + excluded.characters
    where used.characters + excluded.characters <= $3::bigint
    returning characters`,
};

const used = {
  name: 'translation-used',
  text: 'select characters from contact.translation_use where month = $1',
};

/** @param most characters a month, in the landlord's time zone; undefined: as many as there are */
export function createTranslationMeter(run: Run, { month, most }: { month: () => string; most: number | undefined }) {
  return {
    spend: async (characters: number): Promise<boolean> => {
      const rows = await run(spent, [month(), characters, most ?? Number.MAX_SAFE_INTEGER]);
      return rows.length > 0;
    },
    left: async (): Promise<number> => {
      const [row] = await run<{ readonly characters: string }>(used, [month()]);
      return (most ?? Number.MAX_SAFE_INTEGER) - Number(row?.characters ?? 0);
    },
  };
}
