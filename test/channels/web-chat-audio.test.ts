import { setTimeout as later } from 'node:timers/promises';
import { expect } from 'chai';
import { ask, type Door, makeToken, openDoor } from '../support/web-chat-door.ts';

describe('a message read out by the service', () => {
  let door: Door;
  let made: string[];
  let allowed: boolean;
  let isSlow: boolean;

  beforeEach(async () => {
    made = [];
    allowed = true;
    isSlow = false;
    const message = {
      take: async (key: string) =>
        allowed || !key.startsWith('audio:')
          ? ({ allowed: true } as const)
          : ({ allowed: false, retryAfterMs: 9_000 } as const),
    };
    const free = { take: async () => ({ allowed: true }) as const };
    door = await openDoor({
      limits: { session: free, origin: free, message },
      speak: async (text, language) => {
        if (isSlow) await later(300);
        if (language === 'so') throw new Error('no voice');
        made.push(`${language}: ${text}`);
        return Buffer.from('sound');
      },
    });
  });
  afterEach(() => door.close());

  const conversation = async (texts: readonly [text: string, language?: string][]) => {
    const { token, conversationId } = await makeToken(door);
    for (const [text, language = 'en'] of texts) door.say(conversationId, text, { language });
    const listen = (sequence: number | string, as = token) =>
      ask(`${door.directLine}/conversations/${conversationId}/activities/${sequence}/audio`, { token: as });
    return { conversationId, listen };
  };

  it('[GUH-05] is for whoever holds the token of the conversation, and made once however often it is asked for', async () => {
    const { listen } = await conversation([['Bore da', 'cy']]);
    const other = await makeToken(door);

    const answers = await Promise.all([listen(1), listen(1)]);
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(answers[0]?.headers.get('content-type')).to.equal('audio/mpeg');
    expect(answers[0]?.headers.get('cache-control')).to.equal('no-store');
    expect(made).to.deep.equal(['cy: Bore da']);
    expect((await listen(1, other.token)).status).to.equal(403);
    expect((await listen(2)).status).to.equal(404);
    expect((await listen('x')).status).to.equal(404);
  });

  it('is capped: by length, by how often, and by how many at once', async () => {
    const { listen } = await conversation([
      ['a'.repeat(1_501)],
      ...Array.from({ length: 7 }, () => ['Hello'] as [string]),
    ]);

    expect((await listen(1)).status).to.equal(413);
    isSlow = true;
    const statuses = await Promise.all([2, 3, 4, 5, 6, 7, 8].map(async (each) => (await listen(each)).status));
    expect(statuses.filter((status) => status === 200)).to.have.length(5);
    expect(statuses.filter((status) => status === 429)).to.have.length(2);
    allowed = false;
    const late = [2, 3, 4, 5, 6, 7, 8][statuses.indexOf(429)] ?? 0;
    const refused = await listen(late);
    expect([refused.status, refused.headers.get('retry-after')]).to.deep.equal([429, '9']);
  });

  it('says plainly where there is no voice, and tries again the next time', async () => {
    const { listen } = await conversation([['Subax wanaagsan', 'so']]);

    expect((await listen(1)).status).to.equal(503);
    await later(10);
    expect((await listen(1)).status).to.equal(503);
  });
});
