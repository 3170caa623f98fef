// Who was asked how a contact went, and what they said: read from the facts.

import { expect } from 'chai';
import { sql } from 'kysely';
import { surveyFigures } from '../../src/desk/survey-figures.ts';
import { createSurveys, surveysAnswered } from '../../src/store/surveys.ts';
import { forEachStore } from '../support/stores.ts';

const now = new Date('2026-11-23T10:00:00Z');

describe('surveys', () => {
  forEachStore((store) => {
    const fact = (
      name: string,
      of: { conversation: string; person?: string; channel?: string; at?: string },
      data: object,
    ) =>
      sql`insert into contact.facts (at, name, conversation, sequence, channel, person, enquiry, data)
      values (${of.at ?? '2026-11-20T10:00:00Z'}::timestamptz, ${name}, ${of.conversation}, 1, ${of.channel ?? 'web'},
        ${of.person ?? null}::text, 'rent.pay', ${JSON.stringify(data)}::text::jsonb)`.execute(store().db);

    it('[WHG-24] nobody is asked twice within the time of the pack, on whichever channel', async () => {
      const { lastAsked } = createSurveys(store().db);
      const since = new Date('2026-08-25T10:00:00Z');
      await fact('survey.asked', { conversation: 'asked-1', person: 'P-1002', at: '2026-11-01T10:00:00Z' }, {});
      await fact('survey.asked', { conversation: 'asked-2', at: '2026-11-02T10:00:00Z' }, {});

      const at = async (of: { conversation: string; person?: string }) =>
        (await lastAsked({ ...of, since }))?.toISOString();
      expect(await at({ conversation: 'another', person: 'P-1002' })).to.equal('2026-11-01T10:00:00.000Z');
      expect(await at({ conversation: 'asked-2' })).to.equal('2026-11-02T10:00:00.000Z');
      expect(await at({ conversation: 'another', person: 'P-1003' })).to.equal(undefined);
      expect(await lastAsked({ conversation: 'asked-2', since: now })).to.equal(undefined);
    });

    it('[TPC-18] ease and satisfaction are told by channel, an answer that was put right once, and nothing of so few', async () => {
      const answer = (of: { survey: string; channel: string; at?: string }, question: string, score: number) => {
        const { survey, ...told } = of;
        const data = { survey, question, score, about: 'contact', agent: of.channel === 'sms' };
        return fact('survey.answered', { conversation: survey, ...told }, data);
      };
      for (let one = 0; one < 6; one += 1) {
        await answer({ survey: `web-${one}`, channel: 'web' }, 'ease', one < 3 ? 5 : 2);
        await answer({ survey: `sms-${one}`, channel: 'sms' }, 'ease', 4);
        await answer({ survey: `sms-${one}`, channel: 'sms' }, 'satisfied', 1);
      }
      await answer({ survey: 'web-5', channel: 'web', at: '2026-11-20T10:01:00Z' }, 'ease', 4);
      await fact(
        'survey.answered',
        { conversation: 'c' },
        { survey: 'c', question: 'satisfied', score: 1, about: 'complaint', agent: false },
      );

      const { answers, asked } = await surveysAnswered(store().db, now);
      const figures = surveyFigures(asked, answers);

      expect(figures.everybody).to.deep.equal({
        ease: { answered: 12, goodPercent: 83 },
        satisfaction: { answered: 6, goodPercent: 0 },
      });
      expect(figures.channels).to.deep.equal([
        {
          channel: 'sms',
          asked: 0,
          ease: { answered: 6, goodPercent: 100 },
          satisfaction: { answered: 6, goodPercent: 0 },
        },
        {
          channel: 'web',
          asked: 2,
          ease: { answered: 6, goodPercent: 67 },
          satisfaction: { answered: 0, goodPercent: null },
        },
      ]);
      expect(figures.by.map(({ by }) => by)).to.deep.equal(['agent', 'assistant']);
      const few = surveyFigures(asked, answers.slice(0, 4));
      expect(few.everybody?.ease).to.deep.equal({ answered: null, goodPercent: null });
    });
  });
});
