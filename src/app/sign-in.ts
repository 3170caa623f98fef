// How agents come in to the desk, as the settings say.

import { makeLink, whyNoLinks } from '../desk/sign-in/link.ts';
import { createProvider } from '../desk/sign-in/provider.ts';
import { createSessions } from '../desk/sign-in/sessions.ts';
import type { WayIn } from '../desk/sign-in/way-in.ts';
import type { Foundation } from './foundation.ts';

/** Topic on which instances tell each other of whose sessions ended. */
const endedTopic = 'desk-sessions';

/** @throws Error when nobody could be let in with these settings and this pack */
export function buildSignIn({ config, content, desk: store, secrets, shared, clock, publicUrl, log }: Foundation) {
  const { signIn, idleMinutes, sessionHours, oidc } = config.desk;
  const { groups } = content.landlord.desk;
  if (signIn === 'oidc' && Object.keys(groups).length === 0)
    throw new Error(
      `DESK_SIGN_IN=oidc: the pack ${config.landlord} says of no group of the provider which teams it is. Give it desk.groups, such as:\n` +
        '  desk: {groups: {desk-agents: [contact-centre]}}',
    );
  const { issuer = '', clientId = '', clientSecret = '', scope, groupsClaim } = oidc;
  const settings = { issuer, clientId, clientSecret, scope, groupsClaim };
  const provider = signIn === 'oidc' ? createProvider(settings, log, `${publicUrl}/desk/signed-in`) : undefined;
  const sessions = createSessions({
    store,
    by: signIn,
    limits: { idleMinutes, sessionHours },
    clock,
    ended: (agent) => shared.bus.publish(endedTopic, agent, agent),
  });
  const closed = whyNoLinks({ signIn, isProduction: config.isProduction, publicUrl });
  const perHour = content.landlord.limits.signInsPerAddressPerHour;
  const wayIn: WayIn = {
    sessions,
    publicUrl,
    signing: secrets.signing,
    provider,
    issuer,
    groups,
    whyNoLinks: closed,
    limit: shared.limit({ name: 'desk-sign-in', points: perHour, perSeconds: 3_600 }),
    clock,
  };
  void provider?.look();
  return {
    wayIn,
    invite: (agent: { readonly name: string; readonly teams: readonly string[] }) =>
      makeLink(agent, { signing: secrets.signing, publicUrl, now: clock() }),
    whenEnded: (tell: (agent: string) => void) =>
      shared.bus.subscribe<string>(
        endedTopic,
        (agent) => agent !== undefined && tell(agent),
        (far) => far,
      ),
  };
}
