// BatterySim: tests of the CAN component. MIT license, see LICENSE.

#include "FakeClr.h"

#include <memory>

typedef Library_nf_device_can_native_nanoFramework_Device_Can_CanController Controller;
typedef Library_nf_device_can_native_nanoFramework_Device_Can_CanMessage Message;
typedef Library_nf_device_can_native_nanoFramework_Device_Can_CanSettings Settings;

std::atomic<uint32_t> FakeClr::EventCount{0};
uint32_t FakeClr::LastCategory = 0;
uint32_t FakeClr::LastController = 0;
uint32_t FakeClr::LastEvent = 0;
int FakeClr::RefusedObjects = 0;
uint32_t FakeClr::ObjectCount = 0;

CLR_RT_WellKnownTypes g_CLR_RT_WellKnownTypes = {{"System.Byte"}};
CLR_RT_TypeSystem g_CLR_RT_TypeSystem;
CLR_RT_ExecutionEngine g_CLR_RT_ExecutionEngine;

// The last message and its data: the caller reads them before the next call.
static CLR_RT_HeapBlock TheMessage[5];
static CLR_RT_HeapBlock_Array TheArray;

void PostManagedEvent(uint8_t category, uint8_t, uint16_t data1, uint32_t data2)
{
    FakeClr::LastCategory = category;
    FakeClr::LastController = data1;
    FakeClr::LastEvent = data2;
    FakeClr::EventCount++;
}

static bool IsRefused()
{
    FakeClr::ObjectCount++;
    return FakeClr::RefusedObjects > 0 && FakeClr::RefusedObjects-- > 0;
}

HRESULT CLR_RT_HeapBlock_Array::CreateInstance(CLR_RT_HeapBlock &reference, CLR_UINT32 length, const CLR_RT_TypeDef_Index &elementType)
{
    if (IsRefused())
    {
        return CLR_E_OUT_OF_MEMORY;
    }

    if (elementType.Name != "System.Byte" || length > sizeof(TheArray.Elements))
    {
        return CLR_E_INVALID_PARAMETER;
    }

    TheArray = {};
    TheArray.m_numOfElements = length;
    reference.SetObjectReference(&TheArray);
    return S_OK;
}

bool CLR_RT_TypeSystem::FindTypeDef(const char *name, const char *nameSpace, CLR_RT_TypeDef_Index &type)
{
    type.Name = std::string(nameSpace) + "." + name;
    return true;
}

HRESULT CLR_RT_ExecutionEngine::NewObjectFromIndex(CLR_RT_HeapBlock &reference, const CLR_RT_TypeDef_Index &type)
{
    if (IsRefused())
    {
        return CLR_E_OUT_OF_MEMORY;
    }

    if (type.Name != "nanoFramework.Device.Can.CanMessage")
    {
        return CLR_E_INVALID_PARAMETER;
    }

    for (CLR_RT_HeapBlock &field : TheMessage)
    {
        field = {};
    }

    reference.SetObjectReference(TheMessage);
    return S_OK;
}

FakeClr::FakeClr(int32_t controllerNumber, std::vector<uint8_t> settings)
{
    _controller[Controller::FIELD___controllerId].NumericByRef().s4 = controllerNumber;
    if (!settings.empty())
    {
        _settings[Settings::FIELD___baudRatePrescaler].NumericByRef().u1 = settings.at(0);
        _settings[Settings::FIELD___phaseSegment1].NumericByRef().u1 = settings.at(1);
        _settings[Settings::FIELD___phaseSegment2].NumericByRef().u1 = settings.at(2);
        _settings[Settings::FIELD___syncJumpWidth].NumericByRef().u1 = settings.at(3);
        _controller[Controller::FIELD___settings].SetObjectReference(_settings);
    }
}

HRESULT FakeClr::Init()
{
    CLR_RT_StackFrame stack;
    stack.Instance = _controller;
    return Controller::NativeInit___VOID(stack);
}

HRESULT FakeClr::Dispose()
{
    CLR_RT_StackFrame stack;
    stack.Instance = _controller;
    return Controller::DisposeNative___VOID(stack);
}

HRESULT FakeClr::UpdateCallbacks(bool hasHandler)
{
    _controller[Controller::FIELD___callbacks].SetObjectReference(hasHandler ? &_callbacks : nullptr);
    CLR_RT_StackFrame stack;
    stack.Instance = _controller;
    return Controller::NativeUpdateCallbacks___VOID(stack);
}

HRESULT FakeClr::Write(uint32_t id, bool isExtended, bool isRemote, const std::vector<uint8_t> *data)
{
    CLR_RT_HeapBlock message[5];
    CLR_RT_HeapBlock_Array array = {};
    message[Message::FIELD___id].NumericByRef().u4 = id;
    message[Message::FIELD___identifierType].NumericByRef().u1 = isExtended ? CanMessageIdType_EID : CanMessageIdType_SID;
    message[Message::FIELD___frameType].NumericByRef().u1 = isRemote ? CanMessageFrameType_RemoteRequest : CanMessageFrameType_Data;
    if (data != nullptr)
    {
        array.m_numOfElements = (CLR_UINT32)data->size();
        memcpy(array.Elements, data->data(), data->size());
        message[Message::FIELD___message].SetObjectReference(&array);
    }

    CLR_RT_StackFrame stack;
    stack.Instance = _controller;
    stack.Argument.SetObjectReference(message);
    return Controller::WriteMessage___VOID__nanoFrameworkDeviceCanCanMessage(stack);
}

HRESULT FakeClr::WriteNull()
{
    CLR_RT_StackFrame stack;
    stack.Instance = _controller;
    return Controller::WriteMessage___VOID__nanoFrameworkDeviceCanCanMessage(stack);
}

HRESULT FakeClr::Get(bool &has, TwaiFrame &frame)
{
    CLR_RT_StackFrame stack;
    stack.Instance = _controller;
    const HRESULT result = Controller::GetMessage___nanoFrameworkDeviceCanCanMessage(stack);
    CLR_RT_HeapBlock *message = stack.Result.Dereference();
    has = result == S_OK && message != nullptr;
    frame = {};
    if (has)
    {
        CLR_RT_HeapBlock_Array *data = message[Message::FIELD___message].DereferenceArray();
        frame.Id = message[Message::FIELD___id].NumericByRef().u4;
        frame.IsExtended = message[Message::FIELD___identifierType].NumericByRef().u1 == CanMessageIdType_EID;
        frame.IsRemote = message[Message::FIELD___frameType].NumericByRef().u1 == CanMessageFrameType_RemoteRequest;
        frame.Length = (uint8_t)data->m_numOfElements;
        memcpy(frame.Data, data->GetFirstElement(), frame.Length);
    }

    return result;
}
