import { Agent, request } from 'node:http';
import { Colleague, type Answered, type Sent } from '../support/colleague.js';

const agent = new Agent({ keepAlive: true });

/**
 * A colleague whose own work costs little: client and servers share the machine's cores, and the
 * bench is about the servers. (`fetch` takes as much of a core as the API itself.)
 */
export class SwiftColleague extends Colleague {
  override send(method: string, path: string, sent: Sent = {}): Promise<Answered> {
    const { url, headers, body } = this.ask(path, sent);
    return new Promise((resolve, reject) => {
      const asked = request(url, { agent, method, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({
            status: answer.statusCode ?? 0,
            headers: new Headers(
              Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
                values.map((value): [string, string] => [name, value]),
              ),
            ),
            body: text === '' ? null : JSON.parse(text),
          });
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
}
