import type { Book } from './book';
import { byId, element } from './dom';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 下载工作簿: saves the workbook as it now is, under its own name. */
export function downloadButton(book: Book): void {
  const button = byId<HTMLButtonElement>('download');
  const message = byId('message');
  button.addEventListener('click', () => {
    button.disabled = true;
    book
      .save()
      .then((bytes) => {
        const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: TYPE }));
        element('a', { href: url, download: book.name }).click();
        setTimeout(() => URL.revokeObjectURL(url), 10_000);
        message.textContent = '';
      })
      .catch((error: unknown) => {
        message.textContent = `没有保存成功:${error instanceof Error ? error.message : String(error)}`;
      })
      .finally(() => {
        button.disabled = false;
      });
  });
}
