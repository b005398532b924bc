import { Api } from '../cluster/api';

interface Pod {
  readonly image: string;
  goneAt: number;
}

/** Which pod had which address, and until when. */
export class PodBook {
  public static open(api: Api, namespace: string): PodBook {
    const book = new PodBook();
    book.watching = api.watch(`/api/v1/namespaces/${namespace}/pods`, (object, type) => {
      const address = object.status.podIP;
      if (address) {
        const goneAt = type === 'DELETED' ? Date.now() : Infinity;
        book.pods.set(address, { image: object.spec.containers[0].image, goneAt });
      }
    }, book.end.signal);
    return book;
  }

  private readonly pods = new Map<string, Pod>();
  private readonly end = new AbortController();
  private watching?: Promise<void>;

  /** The image of the pod that had the address then; undefined when it was gone already. */
  public imageAt(address: string, at: number): string | undefined {
    const pod = this.pods.get(address);
    return pod !== undefined && at <= pod.goneAt ? pod.image : undefined;
  }

  public async close(): Promise<void> {
    this.end.abort();
    await this.watching;
  }
}
