import { later } from "../../pane/ui/later.tsx";
import type { NoticesProps } from "./notice-list.tsx";

const NoticeList = later(async () => (await import("./notice-list.tsx")).NoticeList);

/** Notices for the user: announced as they appear, without moving the focus. */
export function Notices(props: NoticesProps) {
  const { editing, assumed, unseen, refusals, stale } = props.state;
  const isAny = props.hasOldMarks || stale || editing !== false || unseen !== undefined || assumed.size + refusals.length > 0;
  return <div role="status">{isAny && <NoticeList {...props} />}</div>;
}
