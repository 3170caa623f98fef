// What an agent writes, from the first letter until it is sent. Words typed are kept until the service has them; the same words sent twice
// are one message.

import { type RefObject, useRef, useState } from 'react';
import { api, type ConversationView } from './api.ts';
import { isSignedOut, Refused } from './call.ts';
import { keepDraft, keptDraft } from './draft.ts';
import { useReveals } from './reveals.tsx';
import type { Sent } from './sent.ts';
import { focusSoon } from './use-canned-reply.tsx';
import { t } from './words/t.ts';

interface Around {
  readonly view: ConversationView;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
  readonly typing: () => void;
}

/** Tells the tenant that somebody is writing at most this often. */
const typingEveryMs = 3_000;

function whyNot(refused: unknown): string {
  if (refused instanceof Refused && refused.slug === 'stale')
    return t('The tenant has just written. Read it, then send again.');
  return refused instanceof Error ? refused.message : t('That did not work.');
}

export function useWriting({ view, box, changed, tell, typing }: Around) {
  const [draft, setDraft] = useState(() => keptDraft(view.id, view.draft));
  const [problem, setProblem] = useState('');
  const typedAt = useRef(0);
  const reveals = useReveals(box);

  const write = (text: string) => {
    reveals.over();
    setDraft({ text });
    keepDraft(view.id, { text });
    if (Date.now() - typedAt.current < typingEveryMs) return;
    typedAt.current = Date.now();
    typing();
  };
  const done = () => {
    write('');
    setProblem('');
    tell();
    focusSoon(box);
    changed();
  };
  /** `again` sends the same with the agent’s word that somebody else may read it. */
  const failed = (refused: unknown, again?: () => void) => {
    if (isSignedOut(refused)) return tell(refused);
    if (reveals.took(refused, again)) return setProblem('');
    reveals.over();
    setProblem(whyNot(refused));
    changed();
  };
  const post = (message: Omit<Extract<Sent, { text: string }>, 'seenSequence'>, again?: () => void) =>
    api.send(view.id, { ...message, seenSequence: view.sequence }).then(done, (refused) => failed(refused, again));
  const send = () => {
    const sendingAs = draft.sendingAs ?? crypto.randomUUID();
    const sent = { ...draft, sendingAs };
    setDraft(sent);
    keepDraft(view.id, sent);
    const message = { text: sent.text, clientMessageId: sendingAs };
    void post(message, () => post({ ...message, reveals: true }));
  };
  return { draft, write, send, done, failed, problem, question: reveals.question };
}
