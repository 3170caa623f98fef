import { expect } from 'chai';
import { openDatabase } from '../../src/store/database.ts';
import { createMisreadStore } from '../../src/store/misread.ts';
import { openChatCompletions } from '../support/chat-completions.ts';
import { startService } from '../support/service.ts';
import { silentLog } from '../support/silent-log.ts';
import { newTenant } from '../support/tenant.ts';
import { undoAfterEach } from '../support/undo.ts';

describe('the service with a recogniser elsewhere', function () {
  this.timeout(180_000);
  const later = undoAfterEach();

  const settings = (url: string) => ({
    RECOGNISER: 'openai',
    OPENAI_URL: url,
    OPENAI_API_KEY: 'any-key',
    OPENAI_MODEL: 'any-model',
  });

  it('serves what it names, goes on without it when it is gone, and leaves what was misread in its database', async () => {
    const endpoint = await openChatCompletions();
    endpoint.says({ enquiries: [{ enquiry: 'complaint.make', confidence: 0.95 }], slots: [] });
    const service = later(await startService(settings(endpoint.url)), ({ end }) => end());
    const tenant = await newTenant(service.url);

    const served = await tenant.say('I am fuming about you lot and your thingumajig');
    const about = await newTenant(service.url);
    await endpoint.close();
    const alone = await about.say('My kitchen tap is dripping');
    await about.say('cancel');

    expect(served.at(-1)?.channelData.enquiry).to.equal('complaint.make');
    expect(endpoint.asked[0]?.body.messages[0]?.content).to.include('complaint.make: Make a complaint');
    expect(alone.at(-1)?.channelData.enquiry).to.equal('repair.report');
    await service.stop();
    const store = later(await openDatabase({ dataDir: service.dataDir, log: silentLog }), ({ close }) => close());
    const rows = await createMisreadStore(store.db).list({ limit: 10 });
    expect(rows.map(({ words, because, guessed }) => ({ words, because, guessed }))).to.deep.equal([
      { words: 'My kitchen tap is dripping', because: 'corrected', guessed: 'repair.report' },
    ]);
  });

  it('does not start without what it needs, and says what', async () => {
    await startService({ RECOGNISER: 'openai', OPENAI_URL: 'https://llm.example.com/v1' }).then(
      () => expect.fail('it started'),
      (error: Error) => {
        expect(error.message).to.include('OPENAI_API_KEY: is needed with RECOGNISER=openai');
        expect(error.message).to.include('OPENAI_MODEL: is needed with RECOGNISER=openai');
      },
    );
  });
});
