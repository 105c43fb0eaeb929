import type { Context } from "../context.ts";
import { ExcelError } from "../../model/refusal.ts";
import type { HostObject } from "../host-object.ts";
import { done } from "./registrations.ts";

/** The services of Office that a client creates by type name; undefined for those not modelled. */
export function service(context: Context, type: string): HostObject | undefined {
  const { runtime } = context;
  const services: Readonly<Record<string, HostObject>> = {
    "Microsoft.InternalService.AddinInternalService": {
      type: "AddinInternalService",
      calls: { NotifyActionHandlerReady: { run: (args) => done(args.atMost(0)) } },
    },
    "Microsoft.AppRuntime.AppRuntimeService": {
      type: "AppRuntimeService",
      calls: {
        GetAppRuntimeState: { run: (args) => (args.atMost(0), runtime.state) },
        SetAppRuntimeState: {
          run: (args) => {
            if (runtime.refuses) throw new ExcelError("GeneralException", "the pane cannot be shown");
            return (runtime.state = args.atMost(1).text(0));
          },
        },
      },
    },
    "Microsoft.AppRuntime.AppRuntimePersistenceService": {
      type: "AppRuntimePersistenceService",
      calls: {
        GetAppRuntimeStartState: { run: (args) => (args.atMost(0), runtime.startState) },
        SetAppRuntimeStartState: { run: (args) => (runtime.startState = args.atMost(1).text(0)) },
      },
    },
    "Microsoft.DynamicRibbon.DynamicRibbon": ribbon(context),
  };
  return Object.hasOwn(services, type) ? services[type] : undefined;
}

/** Any change of the ribbon empties the user's undo list (OfficeDev/office-js#3788). */
function ribbon({ book, log }: Context): HostObject {
  const change = (member: string) => {
    book.undo = [];
    log.violation("undo-emptied", member);
  };
  const tab: HostObject = { type: "RibbonTab", calls: { SetVisibility: { run: (args) => done(args.atMost(1), () => change("RibbonTab.SetVisibility")) } } };
  const button: HostObject = { type: "RibbonButton", scalars: { Enabled: { write: () => change("RibbonButton.Enabled") } } };
  return {
    type: "DynamicRibbon",
    finders: {
      GetTab: { find: (args) => (args.atMost(1).text(0), tab) },
      GetButton: { find: (args) => (args.atMost(1).text(0), button) },
    },
  };
}
