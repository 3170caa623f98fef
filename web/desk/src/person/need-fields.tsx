import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { t } from '../words/t.ts';
import { sentence, spoken } from '../words.ts';
import type { Need } from './api.ts';
import type { NeedField } from './fields.ts';
import { usePartStyles } from './look.ts';

const formats = ['large-print', 'audio', 'braille', 'easy-read', 'coloured-paper', 'plain-text'] as const;

const kinds = [
  'visual-impairment',
  'hearing-impairment',
  'mobility',
  'mental-health',
  'learning-disability',
  'autism',
  'dementia',
  'interpreter',
  'adjustment',
  'other',
] as const;

interface NeedFieldsProps {
  readonly needs: readonly NeedField[];
  /** ISO date. */
  readonly today: string;
  readonly set: (needs: readonly NeedField[]) => void;
}

/** Each need with what is done about it, and the days on which it ends and is asked about again. None is deleted: it is over. */
export function NeedFields({ needs, today, set }: NeedFieldsProps) {
  const add = (kind: string) => {
    if (kind !== '') set([...needs, { now: { kind, since: today, until: 'long-term' }, isOver: false }]);
  };
  return (
    <>
      {needs.map((need, at) => (
        <OneNeed
          // biome-ignore lint/suspicious/noArrayIndexKey: a need has no name of its own, and keeps its place
          key={at}
          need={need}
          set={(part) => set(needs.with(at, { ...need, ...part }))}
        />
      ))}
      <Field label={t('Add a need')}>
        <Select size="small" value="" onChange={(_event, { value }) => add(value)}>
          <option value="">{t('Choose…')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {sentence(spoken(kind))}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

interface OneNeedProps {
  readonly need: NeedField;
  readonly set: (part: Partial<NeedField>) => void;
}

function OneNeed({ need: { was, now, isOver }, set }: OneNeedProps) {
  const styles = usePartStyles();
  const put = (part: Partial<Need>) => set({ now: { ...now, ...part } });
  const isOpenEnded = now.until === undefined || now.until === 'long-term';
  return (
    <fieldset className={styles.group}>
      <legend>{sentence(spoken(now.kind))}</legend>
      <Formats formats={now.formats ?? []} set={(formats) => put({ formats })} />
      <Field label={t('What we do')} hint={t('One a line.')}>
        <Textarea
          rows={2}
          value={(now.adjustments ?? []).join('\n')}
          onChange={(_event, { value }) => put({ adjustments: value.split('\n') })}
        />
      </Field>
      <Field label={t('At the door')} hint={t('What to do, never why.')}>
        <Input
          size="small"
          value={now.instruction ?? ''}
          onChange={(_event, { value }) => put({ instruction: value })}
        />
      </Field>
      <Field label={t('Until')} hint={t('Empty: for good.')}>
        <Input
          size="small"
          type="date"
          value={isOpenEnded ? '' : (now.until ?? '')}
          onChange={(_event, { value }) => put({ until: value === '' ? 'long-term' : value })}
        />
      </Field>
      <Field label={t('Ask again on')}>
        <Input
          size="small"
          type="date"
          value={now.review ?? ''}
          onChange={(_event, { value }) => put({ review: value })}
        />
      </Field>
      <Checkbox
        label={was === undefined ? t('Do not add it') : t('Not needed any more')}
        checked={isOver}
        onChange={(_event, { checked }) => set({ isOver: checked === true })}
      />
    </fieldset>
  );
}

function Formats({ formats: has, set }: { readonly formats: readonly string[]; readonly set: (to: string[]) => void }) {
  return [...new Set([...formats, ...has])].map((format) => (
    <Checkbox
      key={format}
      label={sentence(spoken(format))}
      checked={has.includes(format)}
      onChange={(_event, { checked }) => set(checked ? [...has, format] : has.filter((each) => each !== format))}
    />
  ));
}
