// Words in a language that the conversation does not go on in by itself. It is named once, in its own words, and the tenant chooses;
// what they wrote waits and is served then. Nothing is asked in the middle of a question, in danger, or a second time.

import { languageOf } from '../../model/language-tag.ts';
import { languageNameIn, ownNameOf } from '../../model/said/language-name.ts';
import { type Course, withLines, withoutState, withState } from '../course.ts';
import { byMachineIn, interpreterWord, spokenFrom, toldOnce } from '../machine.ts';
import { notNowWords, ownWords } from '../own-words.ts';
import { toldAt } from './frames.ts';
import type { Move } from './interrupt.ts';
import { asked } from './menu.ts';
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
  const { enquiries } = move;
  const { text } = scene.said;
  const since = toldAt(scene.said);
  const held = withState(course, {
    waiting: [...enquiries, ...state.waiting.filter((each) => !enquiries.includes(each))],
    waitingWords: { ...state.waitingWords, ...Object.fromEntries(enquiries.map((each) => [each, text])) },
    waitingSince: { ...state.waitingSince, ...Object.fromEntries(enquiries.map((each) => [each, since])) },
    ...(scene.said.machineSays !== undefined && { tongueWords: { text, at: since } }),
  });
  return stay(named(held, move.tag, scene));
}

/** To who has said nothing yet, after the greeting. */
export function tongueOffered(course: Course, scene: Scene): Course {
  const { strange } = scene.said;
  return strange === undefined ? course : named(course, strange, scene);
}

function named(course: Course, tag: string, scene: Scene): Course {
  const { state } = course;
  const { machineSays } = scene.said;
  const base = languageOf(tag);
  const isOurs = scene.setting.speaks(base);
  const asked = withState(course, { tonguesAsked: [...(state.tonguesAsked ?? []), tag] });
  const sentence = ownWords(tag, ownNameOf(tag));
  const own = machineSays === undefined ? sentence : `${sentence} ${machineSays}`;
  const values = { own, name: languageNameIn(tag, state.language.tag) };
  const ways = isOurs ? ['go_on'] : machineSays === undefined ? ['interpreter'] : ['interpreter', 'machine'];
  const options = [...ways.map((way) => `tongue.${way}.${base}`), `tongue.go_on.${state.language.tag}`];
  const phrase = isOurs ? 'romanised' : machineSays === undefined ? 'strange' : 'strange_machine';
  return offer(asked, options, { phrase: `language.${phrase}`, values, enquiry: 'access.language' });
}

/** `go_on.ur`, `machine.es`, or `interpreter.es`: a person arranges that one, and it comes before what waits. */
export function tongueChosen(course: Course, value: string, scene: Scene): Moved {
  const [wish, tag = ''] = value.split('.');
  const told = withoutState(course, 'tongueWords');
  if (wish === 'interpreter') return interpreter(told, ownNameOf(tag), scene);
  const before = course.state.language;
  const name = scene.setting.languageName(before.tag);
  if (wish === 'machine') {
    const set = withState(told, { language: byMachineIn(tag, before) });
    return onwards(withLines(set, toldOnce(name, before.tag)), scene);
  }
  const isSame = tag === before.tag;
  const chosen = { tag, from: 'chosen' as const, ...(!isSame && { before: before.tag }) };
  const values = { language: scene.setting.languageName(tag), before: name, word: name.toLocaleUpperCase(before.tag) };
  const switched = { phrase: 'language.switched', values, enquiry: 'access.language' };
  return onwards(withState(isSame ? told : withLines(told, switched), { language: chosen }), scene);
}

/** To the question that stands, to what waits, or to the menu. */
function onwards(course: Course, scene: Scene): Moved {
  const { stack, waiting } = course.state;
  return waiting.length > 0 && stack.length === 0 ? goOn(course) : stay(asked(course, scene));
}

/** The machine may be asked no more: who went on by it is told so, and is offered a person who speaks their language. */
export function machineSpent(course: Course, tag: string): Moved {
  const english = withState(course, { language: { tag: spokenFrom, from: 'chosen', before: tag } });
  const values = { own: notNowWords(tag, interpreterWord) };
  const options = [`tongue.interpreter.${languageOf(tag)}`, `tongue.go_on.${spokenFrom}`];
  return stay(offer(english, options, { phrase: 'language.machine_spent', values, enquiry: 'access.language' }));
}

function interpreter(course: Course, language: string, scene: Scene): Moved {
  const opened = open(course, ['access.language'], { ...scene, words: '' });
  const frame = opened.course.state.stack.at(-1);
  if (frame?.dialog !== 'access.language') return opened;
  const slots = { ...frame.slots, wish: 'interpreter', language };
  const known = { ...frame, slots, answered: [...frame.answered, 'wish', 'language'] };
  return { ...opened, course: withState(opened.course, { stack: [...opened.course.state.stack.slice(0, -1), known] }) };
}
