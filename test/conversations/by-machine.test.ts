import { expect } from 'chai';
import type { Turn } from '../../src/turn/turn.ts';
import { type Machine, openMachine, speakSpanish } from '../support/by-machine.ts';
import { type Stage, stageOf, type Transcript } from '../support/transcript.ts';
import { refusals } from '../support/translate-api.ts';
import { readAll } from '../support/world.ts';

type Setting = Omit<Transcript, 'turns' | 'about'>;

describe('a whole conversation by machine', function () {
  this.timeout(60_000);
  let machine: Machine;

  before(async function () {
    this.timeout(180_000);
    readAll();
    machine = await openMachine();
  });
  after(() => machine?.api.close());
  beforeEach(() => {
    machine.api.does(undefined);
    machine.patient = true;
  });

  const stage = (setting: Setting, meter = {}) => stageOf(setting, { translator: machine.translator(meter) });
  const say = (on: Stage, ...lines: readonly string[]): Promise<Turn> =>
    lines.reduce<Promise<Turn | undefined>>(async (before, each) => {
      await before;
      return on.play({ say: each });
    }, Promise.resolve(undefined)) as Promise<Turn>;
  const last = (turn: Turn) => turn.replies.at(-1);
  const text = (turn: Turn) => turn.replies.map((each) => each.text).join('\n');

  const repair = ['El grifo del baño gotea mucho desde el lunes', '2'] as const;

  it('[WHG-06] reports a repair in Spanish on the web, from the offer to the day that is booked', async () => {
    const on = stage({ channel: 'web', identity: 'P-1007' });
    const offered = await say(on, repair[0]);

    expect(last(offered)?.data.options?.map(({ value }) => value)).to.deep.equal([
      'interpreter.es',
      'machine.es',
      'go_on.en',
    ]);
    expect(text(offered)).to.include('¿Escribe en español?').and.include('es A machine can translate this chat');

    const begun = await say(on, '2');
    expect(text(begun)).to.match(/^es From here a machine translates.*“ENGLISH”.*“INTERPRETER”/);
    expect(last(begun)).to.deep.include({ language: 'es' });
    expect(last(begun)?.data).to.deep.include({ asks: 'danger', source: 'machine', originalLanguage: 'en' });
    expect(last(begun)?.data.original).to.include('Could it hurt someone');

    const readBack = await say(
      on,
      'es No',
      'no, gracias',
      'prefiero no decirlo',
      'por las mañanas siempre hay alguien',
    );
    // What they wrote is read back as they wrote it, not as it came back from the machine.
    expect(text(readBack)).to.include('El grifo del baño gotea').and.include('“por las mañanas siempre hay alguien”');

    const days = await say(on, 'es Yes');
    expect(days.replies.at(-1)?.data.options?.[0]?.label).to.equal('es martes, 24 de noviembre de 2026, morning');

    const booked = await say(on, 'es martes, 24 de noviembre de 2026, afternoon');
    expect(text(booked))
      .to.match(/REP-\d{7}/)
      .and.include('martes, 24 de noviembre de 2026')
      .and.include('01632 960100');
    const filed = booked.effects.find(({ kind }) => kind === 'housing.create-repair');
    expect(filed?.payload).to.deep.include({
      fault: 'The bath tap will not stop dripping since Monday',
      words: 'El grifo del baño gotea mucho desde el lunes',
      language: 'es',
      room: 'bathroom',
      access: 'somebody is always in in the mornings',
      appointment: { date: '2026-11-24', slot: 'pm' },
    });
  });

  it('[WHG-06] reports one by text, where options are numbers', async () => {
    const on = stage({ channel: 'sms', from: '+447700900107' });
    expect(text(await say(on, repair[0])))
      .to.include('\n2 Go on in')
      .and.include('\n3 Go on in English');
    await say(on, '2', 'no', 'no, gracias', 'por las mañanas siempre hay alguien');
    const days = await say(on, '1');
    expect(text(days)).to.match(/\n1 es 24 nov, \S.*\n2 es 24 nov/);
    expect(text(await say(on, '2'))).to.match(/^es .*REP-\d{7}/);
  });

  it('[WHG-06] a complaint has the tenant’s own words, and its English is made and checked for staff', async () => {
    const on = stage({ channel: 'web', identity: 'P-1007' });
    await say(on, 'Quiero hacer una queja sobre el ascensor de nuestro edificio', '2');
    let turn = await say(on, 'El ascensor lleva tres semanas sin funcionar');
    for (let more = 0; more < 12 && !turn.effects.some(({ kind }) => kind === 'housing.create-case'); more += 1) {
      turn = await say(on, last(turn)?.data.expects === 'yes-no' ? 'yes' : 'prefiero no decirlo');
    }
    const filed = turn.effects.find(({ kind }) => kind === 'housing.create-case')?.payload;
    const inEnglish = turn.effects.find(({ kind }) => kind === 'case.english')?.payload;

    expect(filed).to.deep.include({ language: 'es' });
    expect(JSON.stringify(filed)).to.include('El ascensor lleva tres semanas sin funcionar');
    expect(inEnglish).to.deep.include({ language: 'es' });
  });

  it('[WHG-06] one word ends it', async () => {
    for (const word of ['English', 'stop translation']) {
      const on = stage({ channel: 'web' });
      await say(on, ...repair);
      const turn = await say(on, word);
      expect(text(turn), word)
        .to.match(/^I will write in English from now on/)
        .and.include('Could it hurt someone');
      expect(last(turn)?.data, word).to.deep.include({ source: 'catalogue', asks: 'danger' });
      expect(last(await say(on, 'no'))?.language).to.equal('en');
    }
  });

  for (const [how, answer] of [
    ['is away', refusals.google.away],
    ['has no more quota', refusals.google.quota],
    ['does not answer', () => {}],
    ['answers with nonsense', (response: { send(body: string): unknown }) => void response.send('nonsense')],
  ] as const) {
    it(`[WHG-06] a service that ${how} in the middle stops nothing: the English goes, with a note`, async () => {
      const on = stage({ channel: 'web', identity: 'P-1007' });
      await say(on, ...repair);
      machine.api.does(answer as never);
      machine.patient = false;
      const turn = await say(on, 'no');

      expect(last(turn)).to.deep.include({ language: 'en' });
      expect(last(turn)?.data).to.deep.include({ source: 'catalogue', asks: 'vulnerable' });
      expect(text(turn)).to.include('Is this harder for anyone').and.include('escriba INTERPRETER');
      machine.api.does(undefined);
    });
  }

  it('[WHG-06] a number that the machine loses, and a text that it hands back or blows up, is none: the English goes', async () => {
    for (const by of [
      (each: string) => each.replaceAll(/\[\[\d+\]\]/g, ''),
      (each: string) => each,
      () => '',
      (each: string) => each.repeat(40),
    ]) {
      const on = stage({ channel: 'sms', from: '+447700900107' });
      await say(on, repair[0], '2', 'no', 'no, gracias', 'por las mañanas siempre hay alguien', '1');
      machine.api.translates((each, to) => (to === 'en' ? each : by(each)));
      const turn = await say(on, '2');
      speakSpanish(machine.api);
      expect(text(turn))
        .to.match(/^Your repair is logged|^Repair logged|REP-\d{7}/)
        .and.include('escriba INTERPRETER');
      expect(last(turn)?.language).to.equal('en');
    }
  });

  it('[GEN-09] danger in Spanish waits for no machine: the steps come in English, 999 in Spanish', async () => {
    for (const channel of ['web', 'sms'] as const) {
      const on = stage({ channel, from: '+447700900107' });
      await say(on, ...repair);
      const before = machine.api.asked.length;
      machine.api.does(() => {});
      machine.patient = false;
      machine.limits.length = 0;
      const turn = await say(on, 'Huele a gas en la cocina');

      expect(machine.limits, 'asked once, for the answer, in a hurry').to.deep.equal([1_000]);
      machine.patient = true;
      expect(turn.facts.map(({ name }) => name)).to.include('danger.found');
      expect(turn.replies[0]?.text)
        .to.match(/^Si est[áa] en peligro, llame al 999\.\n/)
        .and.include('0800 111 999');
      // The words themselves were not sent anywhere.
      expect(JSON.stringify(machine.api.asked.slice(before))).not.to.include('Huele');
      machine.api.does(undefined);
    }
  });

  it('[GEN-09] safety steps that are translated go in English as well', async () => {
    const on = stage({ channel: 'web' });
    await say(on, ...repair);
    const [steps] = (await say(on, 'Huele a gas en la cocina')).replies;
    expect(steps?.text)
      .to.match(/^es /)
      .and.match(/\n\nLeave the home now/)
      .and.include('0800 111 999');
    expect(steps?.data.source).to.equal('machine');
  });

  it('[WHG-06] when the month is used up the tenant is told, and offered an interpreter', async () => {
    let left = 1_000_000;
    const on = stage({ channel: 'web', identity: 'P-1007' }, { left: async () => left });
    await say(on, ...repair);
    left = 100;
    const told = await say(on, 'no, gracias');
    expect(text(told)).to.include('escriba INTERPRETER').and.include('We cannot translate by machine any more');
    expect(last(told)?.data.options?.map(({ value }) => value)).to.deep.equal(['interpreter.es', 'go_on.en']);
    expect(last(await say(on, '2'))?.data.asks).to.equal('danger');

    const other = stage({ channel: 'web', identity: 'P-1007' }, { left: async () => left });
    expect(last(await say(other, repair[0]))?.data.options?.map(({ value }) => value)).not.to.include('machine.es');
  });

  it('is offered to nobody where no machine is switched on, or it does not speak the language', async () => {
    const none = stageOf({ channel: 'web', locale: 'es-ES' });
    expect(last(await say(none, 'Hola'))?.data.asks ?? null).not.to.equal('tongue');
    machine.api.does(refusals.google.unknownLanguage);
    const on = stage({ channel: 'web' });
    expect(last(await say(on, repair[0]))?.data.options?.map(({ value }) => value)).to.deep.equal([
      'interpreter.es',
      'go_on.en',
    ]);
  });

  it('[WHG-06] a device that names such a language gets the offer, after the greeting or at the first words, and no switch', async () => {
    const on = stage({ channel: 'web', locale: 'tr-TR' });
    const joined = await on.play({ event: 'join' });
    expect(last(joined)?.language).to.equal('en');
    expect(last(joined)?.data.options?.map(({ value }) => value)).to.include('machine.tr');
    expect(text(await say(on, '2'))).to.match(/^tr From here a machine translates/);

    const texted = stage({ channel: 'sms', locale: 'tr' });
    expect(last(await say(texted, 'Selam'))?.data.options?.map(({ value }) => value)).to.include('machine.tr');
    const plain = stage({ channel: 'web', locale: 'tr' });
    expect(last(await say(plain, 'I have had no hot water since yesterday'))?.data.asks).not.to.equal('tongue');
  });

  for (const locale of ['xx-Klingon', 'not a tag!!', '-', 'qq', 'es-'.repeat(2_000), '\u0000'])
    it(`a language tag that does not exist is no hint: ${JSON.stringify(locale.slice(0, 20))}`, async () => {
      const on = stage({ channel: 'web', locale });
      const turn = await say(on, 'hi');
      expect(last(turn)?.language).to.equal('en');
      expect(last(turn)?.data.asks ?? null).not.to.equal('tongue');
    });

  it('[WHG-06] what only one team may read is sent to no machine', async () => {
    const on = stage({ channel: 'web', identity: 'P-1007' });
    await say(on, ...repair);
    await say(on, 'Mi marido me pega');
    const before = machine.api.asked.length;
    expect(on.conversation().state.stack.map(({ dialog }) => dialog)).to.include('safety.domestic_abuse');
    await say(on, 'Me pegó ayer delante de los niños');
    const sent = machine.api.asked
      .slice(before)
      .flatMap(({ texts }) => texts)
      .join('\n');
    expect(sent).not.to.include('pegó').and.not.to.include('niños');
  });

  it('[WHG-06] a person who takes over is told the language, and what they write comes in it', async () => {
    const on = stage({ channel: 'web', identity: 'P-1007' });
    await say(on, ...repair);
    const waiting = await say(on, 'Quiero hablar con una persona por favor');
    expect(waiting.handover).to.deep.include({ is: 'requested', language: 'es' });
    const id = waiting.handover?.id ?? '';
    await on.play({ act: { is: 'accept', handover: id } });
    const heard = await on.play({ act: { is: 'message', text: 'Your lift works again at 10:30.' } });
    expect(last(heard)).to.deep.include({ language: 'es', author: 'agent' });
    expect(text(heard)).to.equal('es Your lift works again at 10:30.\n\nes (A machine translated this message.)');
  });
});
