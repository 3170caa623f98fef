import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Agent } from '../api.ts';
import { MisreadPage } from '../misread.tsx';
import { PrivacyPage } from '../privacy/page.tsx';
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
export type ManagersPageName = keyof typeof pages;

interface ButtonsProps {
  readonly agent: Agent;
  readonly page: ManagersPageName | undefined;
  readonly set: (page: ManagersPageName | undefined) => void;
}

const pages = { misread: 'Misread messages', supervisor: 'Supervisor', privacy: 'Data protection' } as const;

function pagesOf({ managesRoutes, roles = [] }: Agent): readonly ManagersPageName[] {
  const managers = managesRoutes === true ? (['misread', 'supervisor'] as const) : [];
  return roles.includes('privacy-officer') ? [...managers, 'privacy'] : managers;
}

export function ManagersButtons({ agent, page, set }: ButtonsProps) {
  const styles = useStyles();
  const theirs = pagesOf(agent);
  if (theirs.length === 0) return null;
  return (
    <div className={styles.buttons}>
      {theirs.map((each) => (
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
  if (page === 'privacy') return <PrivacyPage tell={tell} />;
  if (page === 'misread') return <MisreadPage toldAt={toldAt} tell={tell} />;
  return <SupervisorPage me={me} toldAt={toldAt} tell={tell} open={(conversation) => choose({ conversation })} />;
}
