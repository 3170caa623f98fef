import {
  createDOMRenderer,
  FluentProvider,
  makeStaticStyles,
  RendererProvider,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { StrictMode, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { type Agent, api } from './api.ts';
import { AuditDesk } from './audit.tsx';
import { Desk } from './desk.tsx';
import { SignIn } from './sign-in.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { beginLanguage, language, onLanguage } from './words/language.ts';
import { t } from './words/t.ts';

// Styles are made at run time; the nonce lets them through the page's Content-Security-Policy.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

const useGlobal = makeStaticStyles({ body: { margin: 0 }, 'h1, h2, h3': { margin: 0 } });

function useDark(): boolean {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const [dark, setDark] = useState(query.matches);
  useEffect(() => {
    const change = () => setDark(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, [query]);
  return dark;
}

function App() {
  useSyncExternalStore(onLanguage, language);
  const [agent, setAgent] = useState<Agent | null | undefined>(undefined);
  const [isOver, setIsOver] = useState(false);
  const dark = useDark();

  const look = useCallback(() => api.me().then(setAgent, () => setAgent(null)), []);
  const signedOut = useCallback(() => setAgent(null), []);
  const over = useCallback(() => setIsOver(true), []);
  const inAgain = useCallback(() => setIsOver(false), []);
  useEffect(() => {
    void look();
  }, [look]);

  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={dark ? webDarkTheme : webLightTheme} style={{ minHeight: '100vh' }}>
        <Global />
        {agent === undefined && <p role="status">{t('Opening the desk…')}</p>}
        {agent === null && <SignIn signedIn={() => void look()} />}
        {agent?.roles?.includes('auditor') && <AuditDesk agent={agent} signedOut={signedOut} over={over} />}
        {agent && !agent.roles?.includes('auditor') && <Desk agent={agent} signedOut={signedOut} over={over} />}
        {agent && isOver && <SignInAgain who={agent.id} close={inAgain} />}
      </FluentProvider>
    </RendererProvider>
  );
}

function Global() {
  useGlobal();
  return null;
}

beginLanguage();
const root = document.getElementById('desk');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
