import { Subtitle1 } from '@fluentui/react-components';
import { useLookedUp } from '../looked-up.ts';
import { t } from '../words/t.ts';
import { supervisorApi } from './api.ts';
import { Channels } from './channels.tsx';
import { IncidentsPart } from './incidents.tsx';
import { LimitsPart } from './limits.tsx';
import { LiveList } from './live-list.tsx';
import { WallboardPart } from './wallboard.tsx';

interface PageProps {
  readonly me: string;
  readonly toldAt: number;
  readonly tell: (problem?: unknown) => void;
  /** Opens a conversation in this page's place. */
  readonly open: (conversation: string) => void;
}

/** One look at the service for who answers for it, and what they may do about it. */
export function SupervisorPage({ me, toldAt, tell, open }: PageProps) {
  const { found, change } = useLookedUp(look, { toldAt, tell });
  return (
    <section aria-label={t('Supervisor')}>
      <Subtitle1 as="h2" block>
        {t('Supervisor')}
      </Subtitle1>
      {found === undefined ? (
        <p role="status">{t('Looking…')}</p>
      ) : (
        <>
          <WallboardPart board={found.board} change={change} />
          <LiveList live={found.live} me={me} open={open} change={change} />
          <LimitsPart limits={found.limits} change={change} />
          <Channels channels={found.board.channels} change={change} />
          <IncidentsPart known={found.known} change={change} />
        </>
      )}
    </section>
  );
}

async function look() {
  const [board, { live }, known, limits] = await Promise.all([
    supervisorApi.wallboard(),
    supervisorApi.live(),
    supervisorApi.incidents(),
    supervisorApi.limits(),
  ]);
  return { board, live, known, limits };
}
