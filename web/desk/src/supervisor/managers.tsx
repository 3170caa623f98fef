import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Agent } from '../api.ts';
import { MisreadPage } from '../misread.tsx';
import { t } from '../words/t.ts';
import { SupervisorPage } from './page.tsx';

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalXXL,
  },
});

/** What stands in the place of a conversation. */
export type ManagersPageName = 'misread' | 'supervisor';

interface ButtonsProps {
  readonly agent: Agent;
  readonly page: ManagersPageName | undefined;
  readonly set: (page: ManagersPageName | undefined) => void;
}

const pages = { misread: 'Misread messages', supervisor: 'Supervisor' } as const;

export function ManagersButtons({ agent, page, set }: ButtonsProps) {
  const styles = useStyles();
  if (agent.managesRoutes !== true) return null;
  return (
    <div className={styles.buttons}>
      {(['misread', 'supervisor'] as const).map((each) => (
        <Button key={each} aria-pressed={page === each} onClick={() => set(page === each ? undefined : each)}>
          {t(pages[each])}
        </Button>
      ))}
    </div>
  );
}

interface PageProps {
  readonly page: ManagersPageName;
  readonly me: string;
  readonly toldAt: number;
  readonly tell: (problem?: unknown) => void;
  readonly choose: (line: { conversation: string }) => void;
}

export function ManagersPage({ page, me, toldAt, tell, choose }: PageProps) {
  if (page === 'misread') return <MisreadPage toldAt={toldAt} tell={tell} />;
  return <SupervisorPage me={me} toldAt={toldAt} tell={tell} open={(conversation) => choose({ conversation })} />;
}
