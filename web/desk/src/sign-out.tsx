import { Button } from '@fluentui/react-components';
import { api } from './api.ts';
import { t } from './words/t.ts';

/** Out of the desk, and of the sign-in provider where there is one: whoever comes next is asked who they are. */
export function SignOut({ signedOut }: { readonly signedOut: () => void }) {
  const leave = () => {
    // What was typed and not sent is nobody's who comes next.
    sessionStorage.clear();
    api.signOut().then((out) => {
      if (out?.to === undefined) signedOut();
      else location.assign(out.to);
    }, signedOut);
  };
  return <Button onClick={leave}>{t('Sign out')}</Button>;
}
