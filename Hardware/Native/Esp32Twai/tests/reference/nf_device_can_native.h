// BatterySim: reference header for tests, written from the native interface of nanoFramework; not a copy. MIT license, see LICENSE.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

typedef int HRESULT;
typedef uint8_t CLR_UINT8;
typedef uint32_t CLR_UINT32;
static const HRESULT S_OK = 0;
static const HRESULT CLR_E_OUT_OF_RANGE = -0x2500;
static const HRESULT CLR_E_NULL_REFERENCE = -0x2100;
static const HRESULT CLR_E_INVALID_OPERATION = -0x5600;
static const HRESULT CLR_E_OUT_OF_MEMORY = -0x7A00;
static const HRESULT CLR_E_INVALID_PARAMETER = -0x7D00;
static const HRESULT CLR_E_TIMEOUT = -0x7E00;
static const HRESULT CLR_E_FAIL = -0x7F00;

#define NANOCLR_HEADER() HRESULT hr
#define NANOCLR_LEAVE() goto nanoCLR_Cleanup
#define NANOCLR_SET_AND_LEAVE(expression) \
    {                                     \
        hr = (expression);                \
        NANOCLR_LEAVE();                  \
    }
#define NANOCLR_CHECK_HRESULT(expression) \
    {                                     \
        if ((hr = (expression)) < 0)      \
            NANOCLR_LEAVE();              \
    }
#define NANOCLR_NOCLEANUP() \
    hr = S_OK;              \
    nanoCLR_Cleanup:        \
    return hr
#define NANOCLR_NOCLEANUP_NOLABEL() \
    hr = S_OK;                      \
    return hr
#define FAULT_ON_NULL(pointer) \
    if (!(pointer))            \
    NANOCLR_SET_AND_LEAVE(CLR_E_NULL_REFERENCE)
#define NATIVE_INTERRUPT_START
#define NATIVE_INTERRUPT_END

#define EVENT_CAN 60
extern void PostManagedEvent(uint8_t category, uint8_t subCategory, uint16_t data1, uint32_t data2);

typedef enum : uint8_t
{
    CanEvent_MessageReceived = 0,
} CanEvent;

typedef enum : uint8_t
{
    CanMessageFrameType_Data = 0,
    CanMessageFrameType_RemoteRequest = 1,
} CanMessageFrameType;

typedef enum : uint8_t
{
    CanMessageIdType_SID = 0,
    CanMessageIdType_EID = 1,
} CanMessageIdType;

struct CLR_RT_HeapBlock_Array;

/// A value, or a reference to an object, which is an array of these.
struct CLR_RT_HeapBlock
{
    union Numeric
    {
        uint8_t u1;
        int32_t s4;
        uint32_t u4;
    };

    Numeric &NumericByRef()
    {
        return _value;
    }

    CLR_RT_HeapBlock *Dereference()
    {
        return (CLR_RT_HeapBlock *)_reference;
    }

    CLR_RT_HeapBlock_Array *DereferenceArray()
    {
        return (CLR_RT_HeapBlock_Array *)_reference;
    }

    void SetObjectReference(void *object)
    {
        _reference = object;
    }

  private:
    Numeric _value = {};
    void *_reference = nullptr;
};

struct CLR_RT_ProtectFromGC
{
    explicit CLR_RT_ProtectFromGC(CLR_RT_HeapBlock &)
    {
    }

    ~CLR_RT_ProtectFromGC()
    {
    }
};

struct CLR_RT_TypeDef_Index
{
    std::string Name;
};

struct CLR_RT_WellKnownTypes
{
    CLR_RT_TypeDef_Index m_UInt8;
};

extern CLR_RT_WellKnownTypes g_CLR_RT_WellKnownTypes;

struct CLR_RT_HeapBlock_Array
{
    CLR_UINT32 m_numOfElements;
    CLR_UINT8 Elements[16];

    CLR_UINT8 *GetFirstElement()
    {
        return Elements;
    }

    static HRESULT CreateInstance(CLR_RT_HeapBlock &reference, CLR_UINT32 length, const CLR_RT_TypeDef_Index &elementType);
};

struct CLR_RT_StackFrame
{
    CLR_RT_HeapBlock *Instance = nullptr;
    CLR_RT_HeapBlock Argument;
    CLR_RT_HeapBlock Result;
    std::string ResultText;
    int ResultCount = 0;

    CLR_RT_HeapBlock *This()
    {
        return Instance;
    }

    CLR_RT_HeapBlock &Arg1()
    {
        return Argument;
    }

    CLR_RT_HeapBlock &PushValue()
    {
        ResultCount++;
        return Result;
    }

    CLR_RT_HeapBlock &TopValue()
    {
        return Result;
    }

    void SetResult_Object(void *object)
    {
        PushValue().SetObjectReference(object);
    }

    HRESULT SetResult_String(const char *text)
    {
        ResultText = text;
        ResultCount++;
        return S_OK;
    }
};

struct CLR_RT_TypeSystem
{
    bool FindTypeDef(const char *name, const char *nameSpace, CLR_RT_TypeDef_Index &type);
};

struct CLR_RT_ExecutionEngine
{
    HRESULT NewObjectFromIndex(CLR_RT_HeapBlock &reference, const CLR_RT_TypeDef_Index &type);
};

extern CLR_RT_TypeSystem g_CLR_RT_TypeSystem;
extern CLR_RT_ExecutionEngine g_CLR_RT_ExecutionEngine;

struct Library_nf_device_can_native_nanoFramework_Device_Can_CanSettings
{
    static const int FIELD___baudRatePrescaler = 1;
    static const int FIELD___phaseSegment1 = 2;
    static const int FIELD___phaseSegment2 = 3;
    static const int FIELD___syncJumpWidth = 4;
};

struct Library_nf_device_can_native_nanoFramework_Device_Can_CanMessage
{
    static const int FIELD___id = 1;
    static const int FIELD___identifierType = 2;
    static const int FIELD___frameType = 3;
    static const int FIELD___message = 4;
};

struct Library_nf_device_can_native_nanoFramework_Device_Can_CanController
{
    static const int FIELD___callbacks = 2;
    static const int FIELD___controllerId = 4;
    static const int FIELD___settings = 5;

    static HRESULT WriteMessage___VOID__nanoFrameworkDeviceCanCanMessage(CLR_RT_StackFrame &stack);
    static HRESULT GetMessage___nanoFrameworkDeviceCanCanMessage(CLR_RT_StackFrame &stack);
    static HRESULT DisposeNative___VOID(CLR_RT_StackFrame &stack);
    static HRESULT NativeInit___VOID(CLR_RT_StackFrame &stack);
    static HRESULT NativeUpdateCallbacks___VOID(CLR_RT_StackFrame &stack);
    static HRESULT GetDeviceSelector___STATIC__STRING(CLR_RT_StackFrame &stack);
};
