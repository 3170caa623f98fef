// Words in a language that the conversation does not go on in by itself. It is named once, in its own words, and the tenant chooses;
// what they wrote waits and is served then. Nothing is asked in the middle of a question, in danger, or a second time.

import { languageOf } from '../../model/language-tag.ts';
import { languageNameIn, ownNameOf } from '../../model/said/language-name.ts';
import { type Course, withLines, withState } from '../course.ts';
import { ownWords } from '../own-words.ts';
import { toldAt } from './frames.ts';
import type { Move } from './interrupt.ts';
import { menu } from './menu.ts';
import type { Place } from './place.ts';
import { goOn, type Moved, offer, open, type Scene, stay } from './scene.ts';

/** @param meant what the words would be taken for otherwise */
export function strangeTongue({ said, state, step }: Place, meant: Move | undefined): Move | undefined {
  const { strange } = said;
  if (strange === undefined || step !== undefined || said.received.kind !== 'message') return undefined;
  if (state.tonguesAsked?.includes(strange)) return undefined;
  return { is: 'tongue', tag: strange, enquiries: meant?.is === 'open' ? meant.enquiries : [] };
}

export function tongueAsked(course: Course, move: Extract<Move, { is: 'tongue' }>, scene: Scene): Moved {
  const { state } = course;
  const { tag, enquiries } = move;
  const base = languageOf(tag);
  const isOurs = scene.setting.speaks(base);
  const held = withState(course, {
    tonguesAsked: [...(state.tonguesAsked ?? []), tag],
    waiting: [...enquiries, ...state.waiting.filter((each) => !enquiries.includes(each))],
    waitingWords: { ...state.waitingWords, ...Object.fromEntries(enquiries.map((each) => [each, scene.said.text])) },
    waitingSince: { ...state.waitingSince, ...Object.fromEntries(enquiries.map((each) => [each, toldAt(scene.said)])) },
  });
  const values = { own: ownWords(tag, ownNameOf(tag)), name: languageNameIn(tag, state.language.tag) };
  const options = [`tongue.${isOurs ? 'go_on' : 'interpreter'}.${base}`, `tongue.go_on.${state.language.tag}`];
  const phrase = isOurs ? 'language.romanised' : 'language.strange';
  return stay(offer(held, options, { phrase, values, enquiry: 'access.language' }));
}

/** `go_on.ur`, or `interpreter.es`: a person arranges that one, and it comes before what waits. */
export function tongueChosen(course: Course, value: string, scene: Scene): Moved {
  const [wish, tag = ''] = value.split('.');
  if (wish === 'interpreter') return interpreter(course, ownNameOf(tag), scene);
  const { language } = course.state;
  const isSame = tag === language.tag;
  const chosen = { tag, from: 'chosen' as const, ...(!isSame && { before: language.tag }) };
  const before = scene.setting.languageName(language.tag);
  const word = before.toLocaleUpperCase(language.tag);
  const values = { language: scene.setting.languageName(tag), before, word };
  const told = { phrase: 'language.switched', values, enquiry: 'access.language' };
  const set = withState(isSame ? course : withLines(course, told), { language: chosen });
  return set.state.waiting.length > 0 ? goOn(set) : stay(menu(set, scene));
}

function interpreter(course: Course, language: string, scene: Scene): Moved {
  const opened = open(course, ['access.language'], { ...scene, words: '' });
  const frame = opened.course.state.stack.at(-1);
  if (frame?.dialog !== 'access.language') return opened;
  const slots = { ...frame.slots, wish: 'interpreter', language };
  const known = { ...frame, slots, answered: [...frame.answered, 'wish', 'language'] };
  return { ...opened, course: withState(opened.course, { stack: [...opened.course.state.stack.slice(0, -1), known] }) };
}
