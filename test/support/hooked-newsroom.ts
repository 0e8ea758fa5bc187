import type { WebhookDelivery, WebhookFact, WebhookWithSecret } from '@desk/contracts';
import { change } from '@desk/database';
import type { Entry } from '@desk/ledger';
import { Webhooks } from '@desk/notifications';
import type { Person } from '@desk/people';
import { grant, NotifyingNewsroom, type TestEdition } from './notifying-newsroom.js';
import { WebhookReceiver } from './webhook-receiver.js';

/** A newsroom with a receiver of webhooks beside it; each test gets a new receiver. */
export class HookedNewsroom {
  receiver: WebhookReceiver;
  edition: TestEdition;

  private constructor(
    readonly newsroom: NotifyingNewsroom,
    readonly administrator: Person,
    readonly editor: Person,
    private readonly sectionId: string,
  ) {}

  static async open(): Promise<HookedNewsroom> {
    const newsroom = await NotifyingNewsroom.open();
    const administrator = await newsroom.person('Danh Sa Vuth', [grant('administrator')]);
    const editor = await newsroom.person('Nguyễn Văn Đạt', [grant('managing_editor')]);
    return new HookedNewsroom(newsroom, administrator, editor, await newsroom.section());
  }

  /** Its clock shows the real time: verifying a signature asks for that. */
  async begin(): Promise<void> {
    this.newsroom.clock.set(new Date());
    this.receiver = await WebhookReceiver.open();
    this.edition = await this.another();
  }

  async end(): Promise<void> {
    await this.receiver.close();
    for (const table of ['webhook', 'webhook_delivery']) {
      await change(this.newsroom.sql, `DELETE FROM ${table}`);
    }
  }

  get webhooks(): Webhooks {
    return this.newsroom.get(Webhooks);
  }

  hook(facts: WebhookFact[] = []): Promise<WebhookWithSecret> {
    return this.webhooks.create(this.administrator, { url: this.receiver.url, facts });
  }

  /** The edition of another article. */
  another(): Promise<TestEdition> {
    return this.newsroom.edition(this.sectionId, [this.editor]);
  }

  /** A fact that webhooks hear, and its deliveries written down. */
  async asksForChanges(of: TestEdition = this.edition): Promise<Entry> {
    const entry = await this.newsroom.happens(
      'edition.changes_requested',
      this.editor,
      of.subject,
      {
        from: 'in_review',
        to: 'changes_requested',
        comment: 'Chỉ nội bộ biết.',
      },
    );
    await this.newsroom.follows('webhooks.fan-out', entry);
    return entry;
  }

  /** The newest delivery to a webhook. */
  async deliveryOf(webhookId: string): Promise<WebhookDelivery> {
    const { items } = await this.webhooks.deliveries(this.administrator, webhookId, { limit: 1 });
    const [first] = items;
    if (!first) throw new Error('no delivery');
    return first;
  }
}
