import { checkedAddresses, isPublicAddress, webhookUrl, type Resolve } from './public-address.js';

const answers =
  (...addresses: string[]): Resolve =>
  () =>
    Promise.resolve(
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('isPublicAddress', () => {
  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:0:10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::808:808',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2001:10::1',
    '2002:7f00:1::',
    '2002:808:808::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '4000::1',
    'not an address',
    '',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '113.161.1.1', '103.21.148.1', '2606:4700:4700::1111', '2405:4800::1'])(
    'lets pass %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('checkedAddresses', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://１２７.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a00:1]/',
    'http://0/',
    'http://169.254.169.254/latest/meta-data/',
  ])('refuses %s as it is written', async (url) => {
    await expect(checkedAddresses(webhookUrl(url).hostname, false)).rejects.toThrow(
      'webhook.url_refused',
    );
  });

  it('refuses a name when any of its addresses is not public', async () => {
    const mixed = answers('8.8.8.8', '10.0.0.1');
    await expect(checkedAddresses('moc.example', false, mixed)).rejects.toThrow(
      'webhook.url_refused',
    );
  });

  it('gives the very addresses that were checked, so a second answer changes nothing', async () => {
    let asked = 0;
    const rebinding: Resolve = (host) => {
      asked += 1;
      return answers(asked === 1 ? '8.8.8.8' : '127.0.0.1')(host);
    };
    await expect(checkedAddresses('moc.example', false, rebinding)).resolves.toEqual([
      { address: '8.8.8.8', family: 4 },
    ]);
    expect(asked).toBe(1);
  });

  it('refuses this machine by its names', async () => {
    for (const host of ['localhost', 'localhost.']) {
      await expect(checkedAddresses(host, false)).rejects.toThrow();
    }
  });

  it('opens private networks only by the setting', async () => {
    await expect(checkedAddresses('127.0.0.1', true)).resolves.toEqual([
      { address: '127.0.0.1', family: 4 },
    ]);
  });
});

describe('webhookUrl', () => {
  it.each([
    'ftp://moc.example/',
    'file:///etc/passwd',
    'https://user:key@moc.example/',
    'javascript:alert(1)',
    'moc',
  ])('refuses %s', (url) => {
    expect(() => webhookUrl(url)).toThrow('webhook.url_invalid');
  });
});
