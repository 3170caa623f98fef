// A session that ran out while somebody was writing: the desk stays as it is behind a dialog that signs them in again. It is the browser's
// own: what lies behind it can neither be reached nor read out, and nothing of it is there while it is shut.

import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef } from 'react';
import { api } from './api.ts';
import { SignIn } from './sign-in.tsx';
import { t } from './words/t.ts';

const useStyles = makeStyles({
  dialog: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow64,
  },
});

interface Props {
  readonly who: string;
  readonly close: () => void;
}

export function SignInAgain({ who, close }: Props) {
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
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
    <dialog ref={dialog} role="alertdialog" aria-label={t('Sign in again')} className={styles.dialog} onClose={close}>
      <SignIn isAgain signedIn={signedIn} />
    </dialog>
  );
}
