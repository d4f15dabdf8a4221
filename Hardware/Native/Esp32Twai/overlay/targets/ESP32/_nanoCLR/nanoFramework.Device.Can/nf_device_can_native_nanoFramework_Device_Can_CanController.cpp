// BatterySim: nanoFramework.Device.Can on the CAN controller of an ESP32. MIT license, see LICENSE.
//
// The six InternalCalls of nanoFramework.Device.Can.CanController.

#include "nf_device_can_native_target.h"

typedef Library_nf_device_can_native_nanoFramework_Device_Can_CanController ManagedController;
typedef Library_nf_device_can_native_nanoFramework_Device_Can_CanSettings ManagedSettings;
typedef Library_nf_device_can_native_nanoFramework_Device_Can_CanMessage ManagedMessage;

TwaiPort Can1_Port;

// The number in "CAN1".
static const int32_t ControllerNumber = 1;

// True while managed code has a handler for MessageReceived.
static std::atomic<bool> IsEventWanted{false};

static void IRAM_ATTR PostReceived()
{
    if (IsEventWanted.load(std::memory_order_relaxed))
    {
        NATIVE_INTERRUPT_START
        PostManagedEvent(EVENT_CAN, 0, ControllerNumber, CanEvent_MessageReceived);
        NATIVE_INTERRUPT_END
    }
}

static void SetOutput(int pin, uint32_t level)
{
    if (pin >= 0)
    {
        gpio_set_direction((gpio_num_t)pin, GPIO_MODE_OUTPUT);
        gpio_set_level((gpio_num_t)pin, level);
    }
}

// The chip has one controller: everything but CAN1 is an invalid argument.
static bool IsOurs(CLR_RT_HeapBlock *controller)
{
    return controller[ManagedController::FIELD___controllerId].NumericByRef().s4 == ControllerNumber;
}

HRESULT Library_nf_device_can_native_nanoFramework_Device_Can_CanController::NativeInit___VOID(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    {
        CLR_RT_HeapBlock *pThis = stack.This();
        FAULT_ON_NULL(pThis);
        CLR_RT_HeapBlock *settings = pThis[FIELD___settings].Dereference();
        FAULT_ON_NULL(settings);

        const TwaiBitTiming timing = TwaiBitTiming::FromSettings(
            settings[ManagedSettings::FIELD___baudRatePrescaler].NumericByRef().u1,
            settings[ManagedSettings::FIELD___phaseSegment1].NumericByRef().u1,
            settings[ManagedSettings::FIELD___phaseSegment2].NumericByRef().u1,
            settings[ManagedSettings::FIELD___syncJumpWidth].NumericByRef().u1);
        if (!IsOurs(pThis) || !timing.IsValid())
        {
            NANOCLR_SET_AND_LEAVE(CLR_E_INVALID_PARAMETER);
        }

        SetOutput(Esp32TwaiPowerPin, 1);
        SetOutput(Esp32TwaiStandbyPin, 0);

        // A program that was restarted without a reset of the chip finds the port as the last one left it.
        Can1_Port.Close();
        if (!Can1_Port.Open(timing, PostReceived))
        {
            NANOCLR_SET_AND_LEAVE(CLR_E_FAIL);
        }
    }
    NANOCLR_NOCLEANUP();
}

HRESULT Library_nf_device_can_native_nanoFramework_Device_Can_CanController::DisposeNative___VOID(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    {
        CLR_RT_HeapBlock *pThis = stack.This();
        FAULT_ON_NULL(pThis);
        if (!IsOurs(pThis))
        {
            NANOCLR_SET_AND_LEAVE(CLR_E_INVALID_PARAMETER);
        }

        IsEventWanted.store(false, std::memory_order_relaxed);
        Can1_Port.Close();
    }
    NANOCLR_NOCLEANUP();
}

// TimeoutException: the queue is full or nobody acknowledges. InvalidOperationException: off the bus, or not open.
HRESULT Library_nf_device_can_native_nanoFramework_Device_Can_CanController::
    WriteMessage___VOID__nanoFrameworkDeviceCanCanMessage(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    {
        CLR_RT_HeapBlock *pThis = stack.This();
        FAULT_ON_NULL(pThis);
        CLR_RT_HeapBlock *message = stack.Arg1().Dereference();
        FAULT_ON_NULL(message);
        if (!IsOurs(pThis))
        {
            NANOCLR_SET_AND_LEAVE(CLR_E_INVALID_PARAMETER);
        }

        TwaiFrame frame = {};
        frame.Id = message[ManagedMessage::FIELD___id].NumericByRef().u4;
        frame.IsExtended = message[ManagedMessage::FIELD___identifierType].NumericByRef().u1 == CanMessageIdType_EID;
        frame.IsRemote = message[ManagedMessage::FIELD___frameType].NumericByRef().u1 == CanMessageFrameType_RemoteRequest;
        CLR_RT_HeapBlock_Array *data = message[ManagedMessage::FIELD___message].DereferenceArray();
        const CLR_UINT32 length = data == NULL ? 0 : data->m_numOfElements;
        if (length > TwaiFrame::LengthMax || frame.Id > (frame.IsExtended ? TwaiFrame::ExtendedIdMax : TwaiFrame::StandardIdMax))
        {
            NANOCLR_SET_AND_LEAVE(CLR_E_OUT_OF_RANGE);
        }

        frame.Length = (uint8_t)length;
        if (length != 0)
        {
            memcpy(frame.Data, data->GetFirstElement(), length);
        }

        switch (Can1_Port.Send(frame))
        {
            case TwaiSendResult::Accepted:
                break;
            case TwaiSendResult::QueueFull:
                NANOCLR_SET_AND_LEAVE(CLR_E_TIMEOUT);
            case TwaiSendResult::BusOff:
            case TwaiSendResult::NotOpen:
                NANOCLR_SET_AND_LEAVE(CLR_E_INVALID_OPERATION);
        }
    }
    NANOCLR_NOCLEANUP();
}

HRESULT Library_nf_device_can_native_nanoFramework_Device_Can_CanController::
    GetMessage___nanoFrameworkDeviceCanCanMessage(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    {
        TwaiFrame frame;
        CLR_RT_TypeDef_Index messageType;
        CLR_RT_HeapBlock *message;

        // Making an object may move others: the array stays known to the collector, the message is looked up after it was made.
        CLR_RT_HeapBlock data;
        data.SetObjectReference(NULL);
        CLR_RT_ProtectFromGC protect(data);

        CLR_RT_HeapBlock *pThis = stack.This();
        FAULT_ON_NULL(pThis);
        if (!IsOurs(pThis))
        {
            NANOCLR_SET_AND_LEAVE(CLR_E_INVALID_PARAMETER);
        }

        if (!Can1_Port.Receive(frame))
        {
            stack.SetResult_Object(NULL);
            NANOCLR_SET_AND_LEAVE(S_OK);
        }

        // The length is the sender's; a remote frame asks for so many bytes and carries none.
        NANOCLR_CHECK_HRESULT(CLR_RT_HeapBlock_Array::CreateInstance(data, frame.Length, g_CLR_RT_WellKnownTypes.m_UInt8));
        if (frame.Length != 0)
        {
            memcpy(data.DereferenceArray()->GetFirstElement(), frame.Data, frame.Length);
        }

        g_CLR_RT_TypeSystem.FindTypeDef("CanMessage", "nanoFramework.Device.Can", messageType);
        NANOCLR_CHECK_HRESULT(g_CLR_RT_ExecutionEngine.NewObjectFromIndex(stack.PushValue(), messageType));
        message = stack.TopValue().Dereference();
        message[ManagedMessage::FIELD___id].NumericByRef().u4 = frame.Id;
        message[ManagedMessage::FIELD___identifierType].NumericByRef().u1 = frame.IsExtended ? CanMessageIdType_EID : CanMessageIdType_SID;
        message[ManagedMessage::FIELD___frameType].NumericByRef().u1 =
            frame.IsRemote ? CanMessageFrameType_RemoteRequest : CanMessageFrameType_Data;
        message[ManagedMessage::FIELD___message].SetObjectReference(data.DereferenceArray());
    }
    NANOCLR_NOCLEANUP();
}

// Frames are received in any case; a handler decides only whether an event tells of them.
HRESULT Library_nf_device_can_native_nanoFramework_Device_Can_CanController::NativeUpdateCallbacks___VOID(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    {
        CLR_RT_HeapBlock *pThis = stack.This();
        FAULT_ON_NULL(pThis);
        if (!IsOurs(pThis))
        {
            NANOCLR_SET_AND_LEAVE(CLR_E_INVALID_PARAMETER);
        }

        IsEventWanted.store(pThis[FIELD___callbacks].Dereference() != NULL, std::memory_order_relaxed);
    }
    NANOCLR_NOCLEANUP();
}

HRESULT Library_nf_device_can_native_nanoFramework_Device_Can_CanController::GetDeviceSelector___STATIC__STRING(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    {
        stack.SetResult_String("CAN1");
    }
    NANOCLR_NOCLEANUP_NOLABEL();
}
