// From “/” in the reply to a ready reply sent: which are found, which is chosen, and back to the agent's own words.

import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { api, type ConversationView } from './api.ts';
import { Refused } from './call.ts';
import { CannedList, type Choice, Chosen, fitting, useCanned } from './canned.tsx';
import { MacroChosen } from './macros.tsx';
import type { DeskMacro, Revealing } from './sent.ts';

interface Around {
  readonly typed: string;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly done: () => void;
  /** `again` sends the same with the agent’s word that it may be read. */
  readonly failed: (refused: unknown, again?: () => void) => void;
}

/** Once it is there again. */
export function focusSoon(box: RefObject<HTMLElement | null>): void {
  setTimeout(() => box.current?.focus());
}

export function useCannedReply(view: ConversationView, { typed, box, done, failed }: Around) {
  const [chosen, choose] = useState<Choice>();
  const reply = chosen?.is === 'reply' ? chosen.reply : undefined;
  const macro = useMacro(view, { macro: chosen?.is === 'macro' ? chosen.macro : undefined, done, failed });
  const list = useRef<HTMLUListElement>(null);
  // The same reply sent again is the same message; with another day it is another.
  const sending = useRef({ as: '', what: '' });
  const isLooking = typed.startsWith('/');
  const replies = useCanned(view.id, isLooking);
  const found = isLooking ? fitting(replies, typed) : [];

  const back = () => {
    choose(undefined);
    focusSoon(box);
  };
  const send = (values: Readonly<Record<string, string>>, revealing: Revealing = {}) => {
    if (reply === undefined) return;
    const canned = { name: reply.name, values };
    const what = JSON.stringify(canned);
    if (sending.current.what !== what) sending.current = { as: crypto.randomUUID(), what };
    const sent = () => {
      sending.current = { as: '', what: '' };
      choose(undefined);
      done();
    };
    const message = { canned, clientMessageId: sending.current.as, seenSequence: view.sequence, ...revealing };
    api.send(view.id, message).then(sent, (refused) => failed(refused, () => send(values, { reveals: true })));
  };
  /** Whether a key pressed in the reply was meant for the list. */
  const takes = ({ key }: KeyboardEvent): boolean => {
    const [first] = found;
    if (first === undefined || (key !== 'ArrowDown' && key !== 'Enter')) return false;
    if (key === 'Enter') choose(first);
    else list.current?.querySelector('button')?.focus();
    return true;
  };
  return {
    /** What is written names a ready reply: it is none of the agent's own words. */
    isLooking: found.length > 0,
    takes,
    list: replies && isLooking && (
      <CannedList agentLanguage={replies.agentLanguage} choices={found} choose={choose} back={back} list={list} />
    ),
    chosen:
      macro?.(back, () => choose(undefined)) ??
      (replies && reply && <Chosen replies={replies} reply={reply} send={send} back={back} />),
  };
}

interface Macro {
  readonly macro: DeskMacro | undefined;
  readonly done: () => void;
  readonly failed: Around['failed'];
}

/** Sent again, a macro is known by its request. */
function useMacro(view: ConversationView, { macro, done, failed }: Macro) {
  const [running, setRunning] = useState(false);
  const request = useRef('');
  const handover = view.handovers.find(({ state }) => state !== 'ended');
  if (macro === undefined || handover === undefined) return undefined;
  return (back: () => void, over: () => void) => {
    const run = (on: Revealing & { readonly from?: number } = {}) => {
      request.current ||= crypto.randomUUID();
      setRunning(true);
      const asked = { name: macro.name, requestId: request.current, seenSequence: view.sequence, ...on };
      const finished = () => {
        request.current = '';
        over();
        done();
      };
      api
        .macro(handover.id, asked)
        .then(finished, (refused) => failed(refused, () => run({ reveals: true, ...onFrom(refused) })))
        .finally(() => setRunning(false));
    };
    return <MacroChosen macro={macro} isRunning={running} run={() => run()} back={back} />;
  };
}

/** What comes before the step that was refused is done. */
function onFrom(refused: unknown): { readonly from?: number } {
  return refused instanceof Refused && refused.step !== undefined ? { from: refused.step } : {};
}
