import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { t } from '../words/t.ts';
import { timeOf } from '../words.ts';
import { type Incident, type Incidents, type NewIncident, supervisorApi } from './api.ts';
import { Table } from './table.tsx';
import { Topics } from './topics.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, maxWidth: '32rem', marginBottom: tokens.spacingVerticalXXL },
});

interface Props {
  readonly known: Incidents;
  readonly change: (act: () => Promise<unknown>) => Promise<void>;
}

/** What is wrong for many: who writes about it is told before they report it. */
export function IncidentsPart({ known: { incidents, topics }, change }: Props) {
  const labels = new Map(topics.map(({ name, label }) => [name, label]));
  return (
    <>
      <Table
        title={t('Incidents')}
        heads={['Told', 'About', 'Where', 'Until', 'Told to', 'Theirs', 'Reported', 'End']}
        nothing={t('No incident is told.')}
        rows={incidents.map((incident) => ({
          key: incident.id,
          cells: [
            `${incident.id}: ${incident.words.en ?? ''}`,
            incident.topics.map((topic) => labels.get(topic) ?? topic).join(', '),
            incident.places.join(', ') || t('Everywhere'),
            incident.state === 'over' ? t('Over') : timeOf(incident.until, new Date()),
            incident.counts.told,
            incident.counts.same,
            incident.counts.reported,
            <End key={incident.id} incident={incident} change={change} />,
          ],
        }))}
      />
      <Tell topics={topics} change={change} />
    </>
  );
}

function End({ incident: { id, state }, change }: { readonly incident: Incident } & Pick<Props, 'change'>) {
  if (state === 'over') return null;
  return (
    <Button
      size="small"
      aria-label={t('End {name}', { name: id })}
      onClick={() => void change(() => supervisorApi.end(id))}
    >
      {t('End')}
    </Button>
  );
}

type TellProps = Pick<Incidents, 'topics'> & Pick<Props, 'change'>;

function Tell({ topics, change }: TellProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [places, setPlaces] = useState('');
  const [english, setEnglish] = useState('');
  const [welsh, setWelsh] = useState('');
  const [hours, setHours] = useState('4');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const told = incidentOf({ topics: chosen, places, english, welsh, hours: Number(hours) });
    void change(() => supervisorApi.tell(told)).then(() => {
      setChosen([]);
      for (const set of [setPlaces, setEnglish, setWelsh]) set('');
    });
  };
  const words = { maxLength: 300, rows: 3 };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={t('Tell of an incident')}>
      <Topics topics={topics} chosen={chosen} choose={setChosen} />
      <Field
        label={t('Where: streets, blocks or postcodes, with commas between them')}
        hint={t('Leave it empty for everywhere.')}
      >
        <Input value={places} onChange={(_event, { value }) => setPlaces(value)} />
      </Field>
      <Field label={t('What tenants are told, in English')} required hint={t('No names, and nothing of any tenant.')}>
        <Textarea {...words} value={english} onChange={(_event, { value }) => setEnglish(value)} />
      </Field>
      <Field label={t('The same in Welsh')} hint={t('Other languages are translated by machine, where there is one.')}>
        <Textarea {...words} value={welsh} onChange={(_event, { value }) => setWelsh(value)} />
      </Field>
      <Field label={t('For how many hours')} required>
        <Input type="number" min="1" max="720" value={hours} onChange={(_event, { value }) => setHours(value)} />
      </Field>
      <Button type="submit" appearance="primary" disabled={english.trim() === '' || chosen.length === 0}>
        {t('Tell of it')}
      </Button>
    </form>
  );
}

interface Told {
  readonly topics: readonly string[];
  readonly places: string;
  readonly english: string;
  readonly welsh: string;
  readonly hours: number;
}

const hourMs = 3_600_000;

function incidentOf({ topics, places, english, welsh, hours }: Told): NewIncident {
  return {
    topics,
    places: places.split(',').flatMap((place) => (place.trim() === '' ? [] : [place.trim()])),
    words: { en: english.trim(), ...(welsh.trim() !== '' && { cy: welsh.trim() }) },
    until: new Date(Date.now() + hours * hourMs).toISOString(),
  };
}
