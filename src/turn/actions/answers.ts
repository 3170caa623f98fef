// What the landlord says in its own words, from its pack: for everybody, or by area where the area decides.

import type { Offer } from '../../model/conversation.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { told } from './filing.ts';

/**
 * The pack's answer to an enquiry. The area is the home's, or the slot `area`. `choose`: it depends on the area, which is not
 * known; `areas` are then the ones to choose from.
 */
export const findAnswer = action(
  ['told', 'choose', 'none'],
  ['answer', 'areas'],
  (input): ActionResult<'told' | 'choose' | 'none'> => {
    const { landlord } = input.world;
    const about = told(input, 'about') ?? input.enquiry;
    const answers = landlord.answers[about];
    if (answers === undefined) return { outcome: 'none' };
    const area = told(input, 'area') ?? input.person?.tenancies[0]?.property.area;
    const texts = (area === undefined ? undefined : answers[area]) ?? answers.any;
    if (texts !== undefined) return { outcome: 'told', slots: { answer: inLanguage(input, texts) } };
    const areas = Object.keys(answers).map((each): Offer => areaOffer(input, each));
    return { outcome: 'choose', slots: { areas } };
  },
);

function inLanguage({ state, world }: ActionInput, texts: Readonly<Record<string, string>>): string {
  const [first = 'en'] = world.landlord.languages;
  return texts[state.language.tag] ?? texts[first] ?? '';
}

function areaOffer({ world, state }: ActionInput, area: string): Offer {
  const { name = area, nameIn = {} } = world.landlord.areas[area] ?? {};
  return { value: area, phrase: 'lettings.area', values: { area: nameIn[state.language.tag] ?? name } };
}

/** Whose it is to treat the pest that was named, in the slot `pest`. In what several homes share it is always the landlord's. */
export const whosePest = action(['ours', 'theirs'], [], (input) => {
  const pest = told(input, 'pest') ?? 'other';
  const isShared = told(input, 'where') === 'shared';
  return { outcome: isShared || input.world.landlord.pestsWeTreat.includes(pest) ? 'ours' : 'theirs' };
});
