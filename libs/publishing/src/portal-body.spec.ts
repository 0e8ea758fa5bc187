import type { Body } from '@desk/contracts';
import { portalBody } from './portal-body.js';

const picture = (src: string, alt: string, caption: string): Body => ({
  type: 'doc',
  content: [
    {
      type: 'figure',
      attrs: { src, alt, credit: 'THT' },
      content: [{ type: 'text', text: caption }],
    },
  ],
});
const caption = 'Các chiến sĩ cảnh sát biển vùng IV tham quan tại triển lãm';

describe('the body as readers get it', () => {
  it('keeps pictures of this site', () => {
    const body = picture('/media/trien-lam.jpg', 'Triển lãm', caption);
    expect(portalBody(body)).toEqual(body);
  });

  it('turns a picture of another host into a link with its caption and credit', () => {
    const body = picture('https://anh.example/trien-lam.jpg', '', caption);
    expect(portalBody(body).content).toEqual([
      {
        type: 'embed',
        attrs: { href: 'https://anh.example/trien-lam.jpg', title: caption },
      },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: caption },
          { type: 'text', text: ' (THT)' },
        ],
      },
    ]);
  });
});
