// BatterySim: tests of the CAN component. MIT license, see LICENSE.

#pragma once

#include "TwaiFrame.h"
#include <nf_device_can_native.h>

#include <atomic>
#include <deque>
#include <vector>

/// The part of the interpreter that the component talks to: objects, a stack frame for each call, and the queue of events.
class FakeClr
{
  public:
    /// Events that were posted, and the last of them.
    static std::atomic<uint32_t> EventCount;
    static uint32_t LastCategory;
    static uint32_t LastController;
    static uint32_t LastEvent;

    /// So many objects and arrays find no memory.
    static int RefusedObjects;

    /// Objects and arrays that were made.
    static uint32_t ObjectCount;

    /// Makes a managed controller; 0 for the last field makes CanSettings null.
    FakeClr(int32_t controllerNumber, std::vector<uint8_t> settings);

    HRESULT Init();
    HRESULT Dispose();
    HRESULT UpdateCallbacks(bool hasHandler);

    /// WriteMessage with a message of these fields; data of more than 8 bytes is possible, null too.
    HRESULT Write(uint32_t id, bool isExtended, bool isRemote, const std::vector<uint8_t> *data);

    /// WriteMessage(null).
    HRESULT WriteNull();

    /// GetMessage; has is false if it returned null.
    HRESULT Get(bool &has, TwaiFrame &frame);

  private:
    CLR_RT_HeapBlock _controller[8];
    CLR_RT_HeapBlock _settings[5];
    CLR_RT_HeapBlock _callbacks;
};
