// A session that ran out while somebody was writing: the desk stays as it is behind a dialog that signs them in again.

import { Dialog, DialogBody, DialogSurface } from '@fluentui/react-components';
import { useCallback } from 'react';
import { api } from './api.ts';
import { SignIn } from './sign-in.tsx';

interface Props {
  readonly who: string;
  readonly isOpen: boolean;
  readonly close: () => void;
}

export function SignInAgain({ who, isOpen, close }: Props) {
  const signedIn = useCallback(
    () =>
      void api.me().then(
        ({ id }) => {
          if (id === who) return close();
          // Somebody else has sat down: nothing of who was here before is theirs.
          sessionStorage.clear();
          location.reload();
        },
        () => undefined,
      ),
    [who, close],
  );
  return (
    <Dialog open={isOpen} modalType="alert">
      <DialogSurface aria-label="Sign in again">
        <DialogBody style={{ display: 'block' }}>
          <SignIn isAgain signedIn={signedIn} />
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
