import { Badge, Body1, Caption1, MessageBar, MessageBarBody, Subtitle2 } from '@fluentui/react-components';
import type { ConversationView } from '../api.ts';
import { t } from '../words/t.ts';
import { languageName, spoken } from '../words.ts';
import type { PersonCard } from './api.ts';
import { usePartStyles } from './look.ts';

interface CardProps {
  readonly view: ConversationView;
  readonly person: PersonCard;
}

const nameOf = ({ title, given, family }: PersonCard['name']) => [title, given, family].filter(Boolean).join(' ');

/** Who it is, as they wish to be called; what staff are warned of, with why; what they speak; who may speak for them. */
export function Card({ view, person }: CardProps) {
  const styles = usePartStyles();
  const { calledAs } = person.contact;
  const onFile = nameOf(person.name);
  return (
    <>
      <Subtitle2 as="h2" block className={styles.words}>
        {calledAs ?? onFile}
      </Subtitle2>
      {calledAs !== undefined && <Caption1 block>{t('On file: {name}', { name: onFile })}</Caption1>}
      <div className={styles.gap}>
        <Badge appearance="tint" color={person.proved ? 'success' : 'warning'}>
          {person.proved ? t('Identity proved') : t('Identity not proved')}
        </Badge>
        {!person.proved && <Caption1 block>{t('Tell no facts of the account.')}</Caption1>}
      </div>
      <Warnings warnings={person.warnings} />
      {person.tenancies.map(({ role, tenure }) => (
        <Caption1 block key={`${role} ${tenure}`}>
          {spoken(role)}, {spoken(tenure)}
        </Caption1>
      ))}
      <Languages view={view} person={person} />
      {view.speaker !== null && (
        <Body1 as="p" block className={styles.gap}>
          {t('Written by {name}, who may speak for them: {kind}.', {
            name: view.speaker.name === null ? view.speaker.id : nameOf(view.speaker.name),
            kind: spoken(view.speaker.kind),
          })}
        </Body1>
      )}
      {person.authority.map((each) => (
        <Body1 as="p" block className={styles.gap} key={each.person}>
          {authorityLine(each)}
        </Body1>
      ))}
    </>
  );
}

function authorityLine({ person, name, kind, scope, until }: PersonCard['authority'][number]): string {
  const who = { name: name === null ? person : nameOf(name), kind: spoken(kind) };
  if (scope === 'all')
    return until === null
      ? t('May be spoken for by {name}: {kind}, in all matters.', who)
      : t('May be spoken for by {name}: {kind}, in all matters, until {day}.', { ...who, day: until });
  const about = { ...who, matter: spoken(scope) };
  return until === null
    ? t('May be spoken for by {name}: {kind}, {matter}.', about)
    : t('May be spoken for by {name}: {kind}, {matter}, until {day}.', { ...about, day: until });
}

/** One without a reason is told to nobody. */
function Warnings({ warnings }: Pick<PersonCard, 'warnings'>) {
  const styles = usePartStyles();
  return warnings.map(({ what, reason, review, isOverdue }) => (
    <div key={what} className={styles.gap}>
      <MessageBar intent="warning">
        <MessageBarBody>
          <strong>{what}</strong>: {reason}.{' '}
          {isOverdue ? t('Its review is overdue since {day}.', { day: review }) : t('Review {day}.', { day: review })}
        </MessageBarBody>
      </MessageBar>
    </div>
  ));
}

function Languages({ view, person: { language, contact } }: CardProps) {
  const interpreters = view.needs
    .filter(({ kind }) => kind === 'interpreter')
    .flatMap((need) => need.adjustments ?? []);
  const lines = [
    language === null ? t('No language on file') : t('Reads {language}', { language: languageName(language) }),
    ...(contact.speaks === undefined ? [] : [t('Speaks {language}', { language: languageName(contact.speaks) })]),
    interpreters.length === 0 ? t('No interpreter asked for') : interpreters.join(', '),
  ];
  return <Caption1 block>{lines.join(' · ')}</Caption1>;
}
