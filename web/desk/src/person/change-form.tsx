import { Button, Checkbox, Field, Input, Select, Subtitle2, Textarea } from '@fluentui/react-components';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import type { ConversationView } from '../api.ts';
import { type Language, language } from '../words/language.ts';
import { t } from '../words/t.ts';
import { languageName } from '../words.ts';
import { type PersonCard, personApi } from './api.ts';
import { changesIn, type Fields, fieldsOf, linesOf } from './fields.ts';
import { usePartStyles } from './look.ts';
import { NeedFields } from './need-fields.tsx';
import { wayName } from './parts.ts';

interface ChangeProps {
  readonly view: ConversationView;
  readonly person: PersonCard;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

export function ChangePerson({ view, person, changed, tell }: ChangeProps) {
  const styles = usePartStyles();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <section aria-label={t('Change the record')} className={styles.part}>
      <Subtitle2 as="h3" block>
        {t('Change the record')}
      </Subtitle2>
      <div ref={opener} className={styles.gap}>
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('Change needs and details')}
        </Button>
      </div>
      {isOpen && <ChangeForm view={view} person={person} changed={changed} tell={tell} close={close} />}
    </section>
  );
}

const ways = ['telephone', 'sms', 'email', 'post', 'visit'] as const;
const preferred = ['telephone', 'sms', 'email', 'post', 'webchat'] as const;

/** Asked for most at our desks; what is on file and not here is offered, too. */
const languageTags =
  'en cy pl ro pt uk ur pa bn ar so ru lt lv bg cs sk hu es fr it de tr fa ku ps ti am yue zh vi ta gu hi sq'.split(
    ' ',
  );

/** @param of the page, by whose alphabet they stand */
function languagesIn(of: Language) {
  return languageTags
    .map((tag) => [tag, languageName(tag)] as const)
    .toSorted(([, one], [, other]) => one.localeCompare(other, of));
}

interface FormProps extends ChangeProps {
  readonly close: () => void;
}

/** What is saved is a change of the record as it stood when this was opened, whatever has come meanwhile. */
function ChangeForm({ view, person: current, changed, tell, close }: FormProps) {
  const styles = usePartStyles();
  const [person] = useState(current);
  const [before] = useState(() => fieldsOf(person, view.needs));
  const [fields, setFields] = useState(before);
  const asking = useRef({ as: '', what: '' });
  const set = (part: Partial<Fields>) => setFields({ ...fields, ...part });
  const changes = changesIn(before, fields);
  const isSame = Object.keys(changes).length === 0;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const what = JSON.stringify(changes);
    if (asking.current.what !== what) asking.current = { as: crypto.randomUUID(), what };
    tell();
    personApi.change(view, person, { changes, requestId: asking.current.as }).then(close, tell).finally(changed);
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <Names fields={fields} set={set} />
      <Reached fields={fields} set={set} />
      {person.proved && <Numbers fields={fields} set={set} />}
      <NeedFields needs={fields.needs} today={view.today} set={(needs) => set({ needs })} />
      <div className={styles.row}>
        <Button type="submit" size="small" appearance="primary" disabled={isSame}>
          {t('Save the change')}
        </Button>
        <Button size="small" onClick={close}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly fields: Fields;
  readonly set: (part: Partial<Fields>) => void;
}

function Names({ fields, set }: PartProps) {
  const page = language();
  const languages = useMemo(() => languagesIn(page), [page]);
  return (
    <>
      <Field label={t('Wants to be called')}>
        <Input
          size="small"
          maxLength={200}
          value={fields.calledAs}
          onChange={(_event, { value }) => set({ calledAs: value })}
        />
      </Field>
      <Field label={t('Title')}>
        <Input
          size="small"
          maxLength={50}
          value={fields.title}
          onChange={(_event, { value }) => set({ title: value })}
        />
      </Field>
      {(['language', 'speaks'] as const).map((each) => (
        <Field key={each} label={each === 'language' ? t('Reads') : t('Speaks')}>
          <Select size="small" value={fields[each]} onChange={(_event, { value }) => set({ [each]: value })}>
            <option value="">{each === 'language' ? t('Not known') : t('The same')}</option>
            {fields[each] !== '' && !languages.some(([tag]) => tag === fields[each]) && (
              <option value={fields[each]}>{languageName(fields[each])}</option>
            )}
            {languages.map(([tag, name]) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </>
  );
}

function Reached({ fields, set }: PartProps) {
  const styles = usePartStyles();
  const { never } = fields;
  return (
    <>
      <Field label={t('Prefers')}>
        <Select size="small" value={fields.prefer} onChange={(_event, { value }) => set({ prefer: value })}>
          <option value="">{t('Not said')}</option>
          {preferred.map((way) => (
            <option key={way} value={way}>
              {wayName(way)}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className={styles.group}>
        <legend>{t('Never by')}</legend>
        {ways.map((way) => (
          <Checkbox
            key={way}
            label={wayName(way)}
            checked={never.includes(way)}
            onChange={(_event, { checked }) =>
              set({ never: checked ? [...never, way] : never.filter((each) => each !== way) })
            }
          />
        ))}
      </fieldset>
      <Field label={t('Not at these times')} hint={t('One a line.')}>
        <Textarea
          rows={2}
          value={fields.avoid}
          onChange={(_event, { value }) => set({ avoid: value })}
          onBlur={() => set({ avoid: linesOf(fields.avoid).join('\n') })}
        />
      </Field>
      <Field label={t('Best time')}>
        <Input
          size="small"
          maxLength={200}
          value={fields.best}
          onChange={(_event, { value }) => set({ best: value })}
        />
      </Field>
    </>
  );
}

/** Codes go to the number: it is changed for who has shown who they are. */
function Numbers({ fields, set }: PartProps) {
  return (
    <>
      <Field label={t('New phone number')} hint={t('The others stay.')}>
        <Input size="small" type="tel" value={fields.phone} onChange={(_event, { value }) => set({ phone: value })} />
      </Field>
      <Field label={t('New e-mail address')}>
        <Input size="small" type="email" value={fields.email} onChange={(_event, { value }) => set({ email: value })} />
      </Field>
    </>
  );
}
