import { Button, Field, Input, MessageBar, MessageBarBody, Title2 } from '@fluentui/react-components';
import { type FormEvent, useEffect, useState } from 'react';
import { api } from './api.ts';

/** Opens the desk with the one-time link that is in the address, or one that is pasted. */
export function SignIn({ signedIn }: { readonly signedIn: () => void }) {
  const [link, setLink] = useState('');
  const [problem, setProblem] = useState('');

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
    api.signIn(link.trim()).then(signedIn, (refused: Error) => setProblem(refused.message));
  };

  return (
    <main style={{ maxWidth: '28rem', margin: '0 auto', padding: '4rem 1rem' }}>
      <Title2 as="h1">Sign in to the desk</Title2>
      <form onSubmit={open} style={{ display: 'grid', gap: '1rem', marginTop: '1.5rem' }}>
        {problem !== '' && (
          <MessageBar intent="error" role="alert">
            <MessageBarBody>{problem}</MessageBarBody>
          </MessageBar>
        )}
        <Field label="Your one-time link" hint="It is printed when the service starts. It is good once.">
          <Input value={link} onChange={(_event, { value }) => setLink(value)} autoComplete="off" />
        </Field>
        <Button type="submit" appearance="primary" disabled={link.trim() === ''}>
          Sign in
        </Button>
      </form>
    </main>
  );
}
