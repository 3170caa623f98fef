import { Button, Field, Input, MessageBar, MessageBarBody, Title2 } from '@fluentui/react-components';
import { type FormEvent, useEffect, useState } from 'react';
import { api } from './api.ts';
import type { WayIn } from './came-in.ts';
import { LanguageChoice } from './language-choice.tsx';
import { known, named, t } from './words/t.ts';

const troubles = {
  away: 'The sign-in service cannot be reached now. Try again in a few minutes; if it stays away, tell who looks after it.',
  refused: 'The sign-in service did not let you in.',
  again: 'That sign-in took too long, or was finished before. Sign in again.',
  'no-role': 'You are known, but have no role at this desk. Ask who looks after it to put you into a team.',
} as const;

const wide = { marginTop: '1.5rem' };

interface Props {
  readonly signedIn: () => void;
  /** A session ran out: what was being done stays where it is. */
  readonly isAgain?: boolean;
}

/** The way in that this service has: at the landlord's provider, or by a one-time link. */
export function SignIn({ signedIn, isAgain = false }: Props) {
  const [way, setWay] = useState<WayIn>();
  const [problem, setProblem] = useState(troubleInAddress);
  useEffect(() => {
    api.waysIn().then(setWay, (refused: Error) => setProblem(refused.message));
  }, []);

  const parts = { signedIn, setProblem };
  const Outer = isAgain ? 'div' : 'main';
  return (
    <Outer style={{ maxWidth: '28rem', margin: '0 auto', padding: isAgain ? '1rem' : '4rem 1rem' }}>
      <Title2 as={isAgain ? 'h2' : 'h1'}>{t(isAgain ? 'Sign in again' : 'Sign in to the desk')}</Title2>
      {isAgain && <p>{t('Your session is over. Your words are kept: sign in and go on where you were.')}</p>}
      {problem !== '' && (
        <MessageBar intent="error" role="alert" style={{ marginTop: '1rem' }}>
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {way?.by === 'oidc' && (isAgain ? <InAWindow {...parts} /> : <Away />)}
      {way?.by === 'link' && (way.closed === null ? <ByLink {...parts} /> : <p>{known(way.closed)}</p>)}
      <div style={wide}>
        <LanguageChoice />
      </div>
    </Outer>
  );
}

/** What the service told in the address is one of its own words, and is told once. */
function troubleInAddress(): string {
  const trouble = named(troubles, new URLSearchParams(location.search).get('sign-in') ?? '');
  if (trouble !== undefined) history.replaceState(null, '', location.pathname);
  return trouble ?? '';
}

function Away() {
  const to = encodeURIComponent(`${location.pathname}${location.search}`);
  return (
    <Button as="a" appearance="primary" style={wide} href={`/desk/sign-in?to=${to}`}>
      {t('Sign in with your work account')}
    </Button>
  );
}

interface Parts {
  readonly signedIn: () => void;
  readonly setProblem: (problem: string) => void;
}

const lookEveryMs = 1_000;

/** The page that is open stays: signing in is done in a window beside it. */
function InAWindow({ signedIn, setProblem }: Parts) {
  const [beside, setBeside] = useState<Window | null>(null);
  useEffect(() => {
    if (beside === null) return;
    const look = () =>
      api.me().then(
        () => {
          beside.close();
          signedIn();
        },
        () => undefined,
      );
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [beside, signedIn]);
  const open = () => {
    const opened = window.open('/desk/sign-in', 'doorstep-sign-in', 'popup,width=520,height=720');
    setBeside(opened);
    setProblem(
      opened === null ? t('The browser did not open a window. Allow it for this address, then try again.') : '',
    );
  };
  return (
    <Button appearance="primary" style={wide} onClick={open}>
      {t('Sign in with your work account')}
    </Button>
  );
}

/** Opens the desk with the one-time link that is in the address, or one that is pasted. */
function ByLink({ signedIn, setProblem }: Parts) {
  const [link, setLink] = useState('');
  const [isOpening, setIsOpening] = useState(false);
  useEffect(() => {
    const take = () => {
      if (location.hash === '') return;
      setLink(location.hash.replace(/^#link=/, ''));
      // The link is good once: it must not stay in the history.
      history.replaceState(null, '', location.pathname);
    };
    take();
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);

  const open = (event: FormEvent) => {
    event.preventDefault();
    // Pressed twice it is used once: the second time it would be no good any more.
    if (isOpening) return;
    setIsOpening(true);
    api
      .signIn(link.trim())
      .then(signedIn, (refused: Error) => setProblem(refused.message))
      .finally(() => setIsOpening(false));
  };
  return (
    <form onSubmit={open} style={{ display: 'grid', gap: '1rem', marginTop: '1.5rem' }}>
      <Field label={t('Your one-time link')} hint={t('It is printed when the service starts. It is good once.')}>
        <Input value={link} onChange={(_event, { value }) => setLink(value)} autoComplete="off" />
      </Field>
      <Button type="submit" appearance="primary" disabled={link.trim() === ''}>
        {t('Sign in')}
      </Button>
    </form>
  );
}
