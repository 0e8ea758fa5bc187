import { Fragment, type ReactNode } from 'react';
import { bodySchema, type Block, type Body, type Inline, type ListItem } from '@desk/contracts';
import type { Language } from '@desk/languages';
import classes from './body-view.module.css';

/** The text of an article to be read, as it is stored; footnotes follow at the end. */
export function BodyView({ body, language }: { body: unknown; language: Language }) {
  const read = bodySchema.safeParse(body);
  if (!read.success) return null;
  const notes = footnotesOf(read.data);
  return (
    <div lang={language} className={classes.body}>
      {read.data.content.map((block, place) => (
        <BlockView key={place} block={block} notes={notes} />
      ))}
      {notes.length > 0 && (
        <ol className={classes.notes}>
          {notes.map((note, place) => (
            <li key={place}>
              <Inlines content={note.content} notes={[]} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

type Footnote = Extract<Inline, { type: 'footnote' }>;

/** The footnotes in the order in which they are referred to. */
function footnotesOf(body: Body): Footnote[] {
  const inBlock = (block: Block): Footnote[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'figure':
        return (block.content ?? []).filter((node) => node.type === 'footnote');
      case 'table':
        return block.content.flatMap((row) =>
          row.content.flatMap((cell) => cell.content.flatMap(inBlock)),
        );
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap((item) => item.content.flatMap(inBlock));
      case 'blockquote':
        return block.content.flatMap(inBlock);
      default:
        return [];
    }
  };
  return body.content.flatMap(inBlock);
}

export function BlockView({ block, notes = [] }: { block: Block; notes?: readonly Footnote[] }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines content={block.content} notes={notes} />
        </p>
      );
    case 'heading': {
      const Heading = ({ 2: 'h3', 3: 'h4', 4: 'h5' } as const)[block.attrs.level];
      return (
        <Heading>
          <Inlines content={block.content} notes={notes} />
        </Heading>
      );
    }
    case 'horizontalRule':
      return <hr />;
    case 'figure':
      return (
        <figure>
          <img src={block.attrs.src} alt={block.attrs.alt} loading="lazy" />
          <figcaption>
            <Inlines content={block.content} notes={notes} /> {block.attrs.credit}
          </figcaption>
        </figure>
      );
    case 'embed':
      return (
        <p>
          <a href={block.attrs.href} target="_blank" rel="noopener noreferrer">
            {block.attrs.title}
          </a>
        </p>
      );
    case 'table':
      return (
        <div className={classes.table}>
          <table>
            <tbody>
              {block.content.map((row, place) => (
                <tr key={place}>
                  {row.content.map((cell, column) => {
                    const Cell = cell.type === 'tableHeader' ? 'th' : 'td';
                    return (
                      <Cell
                        key={column}
                        colSpan={cell.attrs?.colspan}
                        rowSpan={cell.attrs?.rowspan}
                      >
                        {cell.content.map((paragraph, line) => (
                          <BlockView key={line} block={paragraph} notes={notes} />
                        ))}
                      </Cell>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'bulletList':
      return <ul>{items(block.content, notes)}</ul>;
    case 'orderedList':
      return <ol start={block.attrs?.start}>{items(block.content, notes)}</ol>;
    case 'blockquote':
      return (
        <blockquote>
          {block.content.map((one, place) => (
            <BlockView key={place} block={one} notes={notes} />
          ))}
        </blockquote>
      );
  }
}

const items = (content: readonly ListItem[], notes: readonly Footnote[]): ReactNode =>
  content.map((item, place) => (
    <li key={place}>
      {item.content.map((one, line) => (
        <BlockView key={line} block={one} notes={notes} />
      ))}
    </li>
  ));

function Inlines({
  content = [],
  notes,
}: {
  content?: readonly Inline[];
  notes: readonly Footnote[];
}) {
  return content.map((node, place) => {
    if (node.type === 'hardBreak') return <br key={place} />;
    if (node.type === 'footnote') {
      return <sup key={place}>[{notes.indexOf(node) + 1 || '*'}]</sup>;
    }
    return (
      <Fragment key={place}>
        {(node.marks ?? []).reduce<ReactNode>((inner, mark) => {
          if (mark.type === 'bold') return <strong>{inner}</strong>;
          if (mark.type === 'italic') return <em>{inner}</em>;
          return (
            <a href={mark.attrs.href} title={mark.attrs.title} rel="noopener noreferrer">
              {inner}
            </a>
          );
        }, node.text)}
      </Fragment>
    );
  });
}
