import { expect } from 'chai';
import { toDeliveries } from '../../src/turn/deliveries.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { aConversation, type Held, textOf } from '../support/conversation.ts';
import { readAll } from '../support/world.ts';

describe('a desk elsewhere that is a skill', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  const onChannel = (botFramework: 'own' | 'handoff'): Held => {
    const held = aConversation();
    const { landlord } = held.world;
    const handover = { ...landlord.handover, botFramework };
    Object.assign(held.world, { hasSkillDesk: true, landlord: { ...landlord, handover } });
    held.current = { ...held.current, address: { channel: 'bot-framework', reference: { channelId: 'msteams' } } };
    return held;
  };
  /** What goes out, and which part of it the channel or the skill is told of the handover. */
  const told = (turn: Turn, before: Held['current'], seed: string) =>
    toDeliveries(turn, before, seed).flatMap(({ kind, payload }) => {
      if (kind === 'skill.send') return [`skill: ${payload.is}`];
      return kind === 'bot-framework.send' && payload.handoff ? [`channel: ${payload.handoff.is}`] : [];
    });
  const saying = async (held: Held, text: string, sequence: number) => {
    const before = held.current;
    return told(await held.say(text), before, `m${sequence}`);
  };
  const doing = async (held: Held, act: Parameters<Held['act']>[0]) => {
    const before = held.current;
    const turn = await held.act(act);
    return 'is' in turn ? turn.because : told(turn, before, 'r1');
  };
  const status = (state: 'accepted' | 'completed', handover?: string) =>
    ({ is: 'other-desk', state, activity: state, ...(handover !== undefined && { handover }) }) as const;

  it('gets conversations of Bot Framework channels as well, and the channel hears who has them as ever', async () => {
    const held = onChannel('own');

    expect(await saying(held, 'person', 1)).to.deep.equal(['channel: requested', 'skill: handed-over']);
    expect(await saying(held, 'It is about my kitchen', 2)).to.deep.equal(['skill: said']);
    expect(await doing(held, status('accepted', 'conversation-1:h1'))).to.deep.equal(['channel: accepted']);
    expect(await saying(held, 'there is a strong smell of gas in my flat', 3)).to.deep.equal(['skill: said']);
    expect(await doing(held, status('completed', 'conversation-1:h1'))).to.deep.equal(['channel: ended']);
  });

  it('leaves those with a desk behind the channel to it, and neither speaks for the other', async () => {
    const [theirs, its] = [onChannel('handoff'), onChannel('own')];

    expect(await saying(theirs, 'person', 1)).to.deep.equal(['channel: requested']);
    await its.say('person');
    expect(await doing(theirs, status('accepted', 'conversation-1:h1'))).to.equal('not-yours');
    expect(await doing(its, status('accepted'))).to.equal('not-yours');
    expect(await doing(its, status('accepted', 'conversation-1:h0'))).to.equal('not-yours');
  });

  it('hears that it is over when time or the tenant ends it, and not what made it our own people’s', async () => {
    const [waited, left, quiet] = [onChannel('own'), onChannel('own'), onChannel('own')];
    for (const held of [waited, left, quiet]) await held.say('person');

    expect(await doing(waited, { is: 'wait-over' })).to.include('skill: over');
    expect(await saying(left, 'never mind', 2))
      .to.include('skill: over')
      .and.not.include('skill: said');
    const before = quiet.current;
    const turn = await quiet.say('My husband hit me and I am scared');
    // Nor is the channel told, which was told of the handover.
    expect(told(turn, before, 'm2')).to.deep.equal(['skill: over']);
    expect(turn.handover).to.deep.include({ is: 'requeued', team: 'safeguarding', restricted: true, elsewhere: false });
    expect(textOf(turn)).to.include('Our team has been told that this is urgent now');
  });

  it('that cannot be told of a handover is one where nobody came; of one that is over nothing is said', async () => {
    const held = onChannel('own');
    await held.say('person');
    const about = { is: 'not-passed-on', delivery: 'd1', reference: 'conversation-1:h1', restricted: false } as const;
    const first = await held.act(about);
    const second = await held.act(about);

    expect(textOf(first)).to.include('We can call you back instead');
    expect(textOf(second)).to.equal('');
    expect(held.current.owner.is).to.equal('bot');
  });
});
