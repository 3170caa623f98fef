// The peer: a bare botbuilder echo bot behind Express, with nothing kept and nothing understood. It answers in the response
// (deliveryMode expectReplies), as Doorstep's Bot Framework door does, so that both are asked and read the same way.

import { type Activity, ActivityHandler, BotAdapter, TurnContext } from 'botbuilder';
import express from 'express';

/** The least that an adapter can be: it gathers what the bot sends. */
class GatheringAdapter extends BotAdapter {
  readonly sent = new WeakMap<TurnContext, Partial<Activity>[]>();

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]) {
    this.sent.get(context)?.push(...activities);
    return activities.map((_each, index) => ({ id: String(index) }));
  }
  override async updateActivity() {}
  override async deleteActivity() {}
  override async continueConversation() {}

  async process(activity: Partial<Activity>, bot: ActivityHandler): Promise<Partial<Activity>[]> {
    const context = new TurnContext(this as unknown as BotAdapter, activity);
    const sent: Partial<Activity>[] = [];
    this.sent.set(context, sent);
    await this.runMiddleware(context, (turn) => bot.run(turn));
    return sent;
  }
}

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`You said: ${context.activity.text}`);
  await next();
});

const adapter = new GatheringAdapter();
const app = express();
app.post('/api/messages', express.json(), async (request, response) => {
  response.json({ activities: await adapter.process(request.body, bot) });
});
const server = app.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`listening ${typeof address === 'object' && address !== null ? address.port : ''}\n`);
});
